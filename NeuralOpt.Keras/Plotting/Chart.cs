namespace NeuralOpt.Keras.Plotting;

/// <summary>A line of a <see cref="Chart"/>. Values that are not finite leave a gap.</summary>
internal sealed record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, string Colour, bool Dashed = false, bool OnRight = false);

/// <summary>Lines over a common x axis, with a y axis on the left and, if a series asks for it, another on the right.</summary>
internal sealed record Chart(string Title, string XTitle, string LeftTitle, string RightTitle, IReadOnlyList<Series> Series)
{
    private const double Width = 800;
    private const double Height = 480;
    private const double Top = 48;
    private const double Left = 72;
    private const double RowHeight = 20;
    private const double CharacterWidth = 7.3;
    private const string Ink = "#333333";
    private const string Grid = "#E3E3E3";

    /// <summary>X runs over whole numbers, as epochs do.</summary>
    internal bool WholeX { get; init; }

    internal Scene Draw()
    {
        bool hasRight = Series.Any(s => s.OnRight);
        bool hasLeft = Series.Any(s => !s.OnRight) || !hasRight;
        (List<List<Series>> rows, double legendHeight) = Legend();
        Frame frame = new(Left, Top, Width - (hasRight ? 72 : 24), Height - 52 - legendHeight);
        Scene scene = new(Width, Height, Title);
        scene.Add(new Rectangle(0, 0, Width, Height, "#FFFFFF"));
        scene.Add(new Label(Width / 2, 30, Title, 17, TextAnchor.Middle, Bold: true));

        (double low, double high) = Range(Series.SelectMany(s => s.X));
        // A single point stands in the middle.
        (low, high) = low < high ? (low, high) : (low - 0.5, high + 0.5);
        Axis x = new(Ticks.Enclose(low, high, 10, WholeX), frame.Left, frame.Right, low, high);
        Axis left = Vertical(Series.Where(s => !s.OnRight), frame);
        Axis right = Vertical(Series.Where(s => s.OnRight), frame);
        DrawGrid(scene, frame, x, hasLeft ? left : right);
        if (hasLeft)
        {
            DrawVertical(scene, frame.Left - 8, left, TextAnchor.End);
            scene.Add(new Label(22, (frame.Top + frame.Bottom) / 2, LeftTitle, 13, TextAnchor.Middle, Turned: true));
        }

        if (hasRight)
        {
            DrawVertical(scene, frame.Right + 8, right, TextAnchor.Start);
            scene.Add(new Label(Width - 12, (frame.Top + frame.Bottom) / 2, RightTitle, 13, TextAnchor.Middle, Turned: true));
        }

        scene.Add(new Label((frame.Left + frame.Right) / 2, frame.Bottom + 40, XTitle, 13, TextAnchor.Middle));
        foreach (Series series in Series)
        {
            DrawSeries(scene, series, x, series.OnRight ? right : left);
        }

        DrawLegend(scene, rows, frame.Bottom + 52);
        return scene;
    }

    private static void DrawGrid(Scene scene, Frame frame, Axis x, Axis y)
    {
        for (int i = 0; i < y.Ticks.Count; i++)
        {
            double at = y.At(y.Ticks[i]);
            scene.Add(new Polyline([(frame.Left, at), (frame.Right, at)], Grid, 1));
        }

        for (int i = 0; i < x.Ticks.Count; i++)
        {
            // The lines reach to the frame's edges, so that a tick may lie outside.
            double at = x.At(x.Ticks[i]);
            if (at >= frame.Left - 0.5 && at <= frame.Right + 0.5)
            {
                scene.Add(new Polyline([(at, frame.Bottom), (at, frame.Bottom + 5)], Ink, 1));
                scene.Add(new Label(at, frame.Bottom + 20, x.Ticks.Format(i), 12, TextAnchor.Middle));
            }
        }

        (double, double)[] edges = [(frame.Left, frame.Top), (frame.Left, frame.Bottom), (frame.Right, frame.Bottom), (frame.Right, frame.Top), (frame.Left, frame.Top)];
        scene.Add(new Polyline(edges, Ink, 1));
    }

    private static void DrawVertical(Scene scene, double at, Axis axis, TextAnchor anchor)
    {
        for (int i = 0; i < axis.Ticks.Count; i++)
        {
            scene.Add(new Label(at, axis.At(axis.Ticks[i]) + 4, axis.Ticks.Format(i), 12, anchor));
        }
    }

    private static void DrawSeries(Scene scene, Series series, Axis x, Axis y)
    {
        List<(double X, double Y)> run = [];
        List<(double X, double Y)> all = [];
        int count = Math.Min(series.X.Count, series.Y.Count);
        for (int i = 0; i <= count; i++)
        {
            if (i < count && double.IsFinite(series.Y[i]))
            {
                run.Add((x.At(series.X[i]), y.At(series.Y[i])));
                continue;
            }

            if (run.Count > 1)
            {
                scene.Add(new Polyline([.. run], series.Colour, 2, series.Dashed));
            }

            all.AddRange(run);
            run.Clear();
        }

        // Marks tell where the values are, as long as there is room between them.
        if (all.Count <= 40)
        {
            all.ForEach(p => scene.Add(new Marker(p.X, p.Y, 3, series.Colour, series.Dashed)));
        }
    }

    private static double EntryWidth(Series series) => 64 + (series.Name.Length * CharacterWidth);

    private (List<List<Series>> Rows, double Height) Legend()
    {
        List<List<Series>> rows = [];
        double width = double.MaxValue;
        foreach (Series series in Series)
        {
            if (width + EntryWidth(series) > Width - 40)
            {
                rows.Add([]);
                width = 0;
            }

            rows[^1].Add(series);
            width += EntryWidth(series);
        }

        return (rows, (rows.Count * RowHeight) + 8);
    }

    private static void DrawLegend(Scene scene, List<List<Series>> rows, double top)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            double y = top + ((row + 0.5) * RowHeight);
            double x = (Width - rows[row].Sum(EntryWidth)) / 2;
            foreach (Series series in rows[row])
            {
                scene.Add(new Polyline([(x, y), (x + 34, y)], series.Colour, 2, series.Dashed));
                scene.Add(new Marker(x + 17, y, 3, series.Colour, series.Dashed));
                scene.Add(new Label(x + 42, y + 4, series.Name, 12));
                x += EntryWidth(series);
            }
        }
    }

    private static Axis Vertical(IEnumerable<Series> series, Frame frame)
    {
        (double low, double high) = Range(series.SelectMany(s => s.Y));
        Ticks ticks = Ticks.Enclose(low, high, 6);
        return new Axis(ticks, frame.Bottom, frame.Top, ticks.First, ticks.Last);
    }

    private static (double Low, double High) Range(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values.Where(v => Math.Abs(v) < 1e300))
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return low <= high ? (low, high) : (0, 1);
    }

    private readonly record struct Frame(double Left, double Top, double Right, double Bottom);

    /// <summary>Maps values from <paramref name="Low"/> to <paramref name="High"/> to pixels.</summary>
    private readonly record struct Axis(Ticks Ticks, double Start, double End, double Low, double High)
    {
        internal double At(double value) => Start + ((value - Low) / (High - Low) * (End - Start));
    }
}
