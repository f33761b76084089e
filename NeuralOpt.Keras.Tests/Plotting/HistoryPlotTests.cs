using System.Globalization;
using System.Xml.Linq;
using NeuralOpt.Keras.Plotting;

namespace NeuralOpt.Keras.Tests.Plotting;

[TestClass]
public sealed class HistoryPlotTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [TestMethod]
    public void Loss_is_on_the_left_accuracy_on_the_right_and_validation_dashed()
    {
        XElement svg = Svg(HistoryPlot.Draw(Example()));

        string[] lines = [.. Lines(svg).Select(l => $"{l.Attribute("stroke")!.Value} {(l.Attribute("stroke-dasharray") is null ? "solid" : "dashed")}")];
        CollectionAssert.AreEqual((string[])["#0072B2 solid", "#0072B2 dashed", "#D55E00 solid", "#D55E00 dashed"], lines);
        string[] texts = Texts(svg);
        foreach (string text in (string[])["Training history", "epoch", "loss", "val_loss", "accuracy", "val_accuracy"])
        {
            CollectionAssert.Contains(texts, text);
        }
    }

    [TestMethod]
    public void Points_lie_where_the_axes_say()
    {
        XElement svg = Svg(HistoryPlot.Draw(new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [1, 0.5, 0] }));
        double[][] points = [.. Lines(svg).Single().Attribute("points")!.Value.Split(' ').Select(p => p.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];

        Assert.AreEqual(TickAt(svg, "0.0"), points[2][1], 0.02);
        Assert.AreEqual(TickAt(svg, "1.0"), points[0][1], 0.02);
        Assert.AreEqual((points[0][1] + points[2][1]) / 2, points[1][1], 0.02);
        Assert.AreEqual((points[0][0] + points[2][0]) / 2, points[1][0], 0.02);
    }

    [TestMethod]
    public void A_value_that_is_not_finite_leaves_a_gap()
    {
        XElement svg = Svg(HistoryPlot.Draw(new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [5, 4, double.NaN, 3, 2, double.PositiveInfinity] }));

        Assert.HasCount(2, Lines(svg));
        Assert.DoesNotContain("NaN", svg.ToString());
        Assert.DoesNotContain("∞", svg.ToString());
    }

    [TestMethod]
    public void One_epoch_is_drawn_as_a_point()
    {
        XElement svg = Svg(HistoryPlot.Draw(new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [0.5], ["accuracy"] = [0.5] }));

        Assert.HasCount(4, svg.Elements(s_svg + "circle").ToList());
        Assert.HasCount(1, Texts(svg).Where(t => t == "1").ToList());
    }

    [TestMethod]
    public void An_empty_history_is_an_empty_frame() =>
        CollectionAssert.Contains(Texts(Svg(HistoryPlot.Draw(new Dictionary<string, IReadOnlyList<double>>()))), "epoch");

    [TestMethod]
    public void Only_the_metrics_asked_for_are_drawn()
    {
        XElement svg = Svg(HistoryPlot.Draw(Example(), ["loss", "val_loss"]));

        Assert.HasCount(2, Lines(svg));
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => HistoryPlot.Draw(Example(), ["los"]));
        StringAssert.Contains(e.Message, "every metric must be one of accuracy, loss, val_accuracy, val_loss. Received: 'los'.");
    }

    [TestMethod]
    public void The_learning_rate_is_left_out_unless_asked_for()
    {
        Dictionary<string, IReadOnlyList<double>> history = new(Example()) { ["learning_rate"] = [1e-3, 1e-3, 1e-4] };

        Assert.HasCount(4, Lines(Svg(HistoryPlot.Draw(history))));
        Assert.HasCount(1, Lines(Svg(HistoryPlot.Draw(history, ["learning_rate"]))));
    }

    [TestMethod]
    public void A_validation_every_second_epoch_stands_at_its_epochs()
    {
        XElement svg = Svg(HistoryPlot.Draw(new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [4, 3, 2, 1, 0], ["val_loss"] = [3, 1] }));
        string[][] points = [.. Lines(svg).Select(l => l.Attribute("points")!.Value.Split(' '))];

        CollectionAssert.AreEqual((string[])[points[0][1], points[0][3]], points[1]);
    }

    [TestMethod]
    public void A_name_with_markup_stays_text()
    {
        XElement svg = Svg(HistoryPlot.Draw(new Dictionary<string, IReadOnlyList<double>> { ["<b>&\u0001"] = [1, 2] }));

        CollectionAssert.Contains(Texts(svg), "<b>&\uFFFD");
    }

    [TestMethod]
    public void A_long_legend_takes_several_rows_inside_the_picture()
    {
        XElement svg = Svg(HistoryPlot.Draw(Enumerable.Range(0, 24).ToDictionary(i => $"a_rather_long_metric_{i}", IReadOnlyList<double> (i) => [i, i + 1])));

        foreach (XElement text in svg.Elements(s_svg + "text"))
        {
            Assert.IsInRange(0, 800, Number(text, "x"));
            Assert.IsInRange(0, 480, Number(text, "y"));
        }
    }

    [TestMethod]
    public void A_picture_is_saved_and_its_path_returned()
    {
        using TemporaryFolder folder = new();

        string path = HistoryPlot.Save(folder.PathOf("history.svg"), Example());

        Assert.AreEqual(folder.PathOf("history.svg"), path);
        Assert.AreEqual(s_svg + "svg", XElement.Load(path).Name);
        CollectionAssert.AreEqual((string[])["history.svg"], folder.FileNames);
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => HistoryPlot.Save(folder.PathOf("history.bmp"), Example()));
        StringAssert.StartsWith(e.Message, "history.Plot: the file's name must end in .svg. Received: '");
    }

    internal static Dictionary<string, IReadOnlyList<double>> Example() => new()
    {
        ["accuracy"] = [0.91, 0.96, 0.975],
        ["loss"] = [0.31, 0.12, 0.08],
        ["val_accuracy"] = [0.95, 0.97, 0.98],
        ["val_loss"] = [0.15, 0.09, 0.07],
    };

    private static XElement Svg(Scene scene)
    {
        MemoryStream stream = new();
        SvgWriter.Write(scene, stream);
        stream.Position = 0;
        return XElement.Load(stream);
    }

    private static List<XElement> Lines(XElement svg) =>
        [.. svg.Elements(s_svg + "polyline").Where(l => l.Attribute("stroke-width")!.Value == "2" && FirstY(l) < 420)];

    // The lines of the legend lie below the frame.
    private static double FirstY(XElement line) => double.Parse(line.Attribute("points")!.Value.Split(' ', ',')[1], CultureInfo.InvariantCulture);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static double TickAt(XElement svg, string text) => Number(svg.Elements(s_svg + "text").Single(t => t.Value == text), "y") - 4;

    private static string[] Texts(XElement svg) => [.. svg.Elements(s_svg + "text").Select(t => t.Value)];
}
