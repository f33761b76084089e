using System.Text;

namespace NeuralOpt.Keras;

/// <summary>A table drawn with box characters, laid out as the library that Keras prints with lays it out.</summary>
/// <param name="columns">Titles.</param>
/// <param name="widths">Wanted widths; reduced evenly until the table fits.</param>
/// <param name="width">Characters a line.</param>
internal sealed class SummaryTable(IReadOnlyList<(string Title, Justify Justify)> columns, int[] widths, int width)
{
    private const int Padding = 2;

    private readonly List<string[]> _rows = [];
    private readonly int[] _widths = Reduce([.. widths.Select(w => w + Padding)], width - widths.Length - 1);

    internal void Add(string[] row) => _rows.Add(row);

    internal void Render(StringBuilder text)
    {
        Rule(text, '┏', '━', '┳', '┓');
        Row(text, [.. columns.Select(c => c.Title)], '┃');
        Rule(text, '┡', '━', '╇', '┩');
        for (int i = 0; i < _rows.Count; i++)
        {
            if (i > 0)
            {
                Rule(text, '├', '─', '┼', '┤');
            }

            Row(text, _rows[i], '│');
        }

        Rule(text, '└', '─', '┴', '┘');
    }

    // Each column gives up its share of the excess, rounded half to even, the last one the rest.
    private static int[] Reduce(int[] widths, int available)
    {
        int excess = widths.Sum() - available;
        for (int i = 0; i < widths.Length && excess > 0; i++)
        {
            int share = Math.Min(widths[i], (int)Math.Round((double)excess / (widths.Length - i), MidpointRounding.ToEven));
            widths[i] -= share;
            excess -= share;
        }

        return widths;
    }

    private void Rule(StringBuilder text, char left, char line, char cross, char right)
        => text.Append(left).AppendJoin(cross, _widths.Select(w => new string(line, w))).Append(right).Append('\n');

    private void Row(StringBuilder text, string[] cells, char bar)
    {
        List<string>[] lines = [.. cells.Select((c, i) => Wrap(c, _widths[i] - Padding))];
        int height = lines.Max(l => l.Count);
        for (int row = 0; row < height; row++)
        {
            text.Append(bar);
            for (int i = 0; i < cells.Length; i++)
            {
                text.Append(' ').Append(Place(row < lines[i].Count ? lines[i][row] : "", _widths[i] - Padding, columns[i].Justify)).Append(' ').Append(bar);
            }

            text.Append('\n');
        }
    }

    private static string Place(string line, int width, Justify justify)
    {
        line = line.Length > width ? line.TrimEnd() : line;
        line = justify == Justify.Left ? line : line.TrimEnd();
        line = line.Length > width ? line[..(width - 1)] + "…" : line;
        return justify switch
        {
            Justify.Right => line.PadLeft(width),
            Justify.Center => line.PadLeft(line.Length + ((width - line.Length) / 2)).PadRight(width),
            _ => line.PadRight(width),
        };
    }

    /// <summary>Breaks between words; a word longer than the line gets one of its own, to be cut.</summary>
    private static List<string> Wrap(string text, int width)
    {
        List<int> breaks = [0];
        int offset = 0;
        int at = 0;
        while (at < text.Length)
        {
            int end = at;
            end = Skip(end, blank: true);
            end = Skip(end, blank: false);
            int trimmed = end - at;
            end = Skip(end, blank: true);
            if (width - offset >= trimmed)
            {
                offset += end - at;
            }
            else
            {
                if (at > 0)
                {
                    breaks.Add(at);
                }

                offset = end - at;
            }

            at = end;
        }

        breaks.Add(text.Length);
        return [.. breaks.Zip(breaks.Skip(1), (a, b) => text[a..b])];

        int Skip(int from, bool blank)
        {
            while (from < text.Length && char.IsWhiteSpace(text[from]) == blank)
            {
                from++;
            }

            return from;
        }
    }
}

internal enum Justify
{
    Left, Right, Center,
}
