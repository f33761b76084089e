using NeuralOpt.Keras.Files;

namespace NeuralOpt.Keras.Plotting;

/// <summary>The picture of a training: losses on the left axis, accuracies on the right, training solid, validation dashed.</summary>
internal static class HistoryPlot
{
    private const string Validation = "val_";

    /// <summary>Okabe and Ito's palette, told apart by colour-blind eyes too.</summary>
    private static readonly string[] s_colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];

    /// <summary>Metrics between 0 and 1 of which more is better.</summary>
    private static readonly string[] s_rates = ["acc", "auc", "precision", "recall", "f1", "fbeta", "iou", "specificity", "sensitivity", "r2"];

    /// <summary>Draws the metrics of a history into a file, which is replaced as a whole.</summary>
    /// <param name="path">A name that ends in <c>.svg</c>.</param>
    /// <param name="history">As <see cref="Draw"/> takes it.</param>
    /// <param name="metrics">As <see cref="Draw"/> takes it.</param>
    /// <returns>The file's full path.</returns>
    internal static string Save(string path, IReadOnlyDictionary<string, IReadOnlyList<double>> history, IReadOnlyList<string>? metrics = null)
    {
        if (!Guard.NotNull(path, "history.Plot").EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            throw new KerasArgumentException($"history.Plot: the file's name must end in .svg. Received: '{path}'.");
        }

        Scene scene = Draw(history, metrics);
        AtomicFile.Write(path, stream => SvgWriter.Write(scene, stream));
        return Path.GetFullPath(path);
    }

    /// <summary>Draws the metrics of a history.</summary>
    /// <param name="history">A value an epoch for each metric, <c>val_*</c> for those of the validation.</param>
    /// <param name="metrics">Which to draw; null is all but the learning rate.</param>
    internal static Scene Draw(IReadOnlyDictionary<string, IReadOnlyList<double>> history, IReadOnlyList<string>? metrics = null)
    {
        List<string> names = Names(history, metrics);
        List<string> bases = [.. names.Select(BaseName).Distinct()];
        int longest = names.Count == 0 ? 0 : names.Max(n => history[n].Count);
        List<Series> series = [];
        foreach (string name in bases.SelectMany(b => names.Where(n => BaseName(n) == b)))
        {
            IReadOnlyList<double> values = history[name];
            // With a validation every second epoch (validationFreq), its values belong to the epochs 2, 4, ...
            int every = longest / Math.Max(values.Count, 1);
            double[] epochs = [.. Enumerable.Range(1, values.Count).Select(e => (double)e * every)];
            string colour = s_colours[bases.IndexOf(BaseName(name)) % s_colours.Length];
            series.Add(new Series(name, epochs, values, colour, Dashed: name.StartsWith(Validation, StringComparison.Ordinal), OnRight: IsRate(BaseName(name))));
        }

        return new Chart("Training history", "epoch", AxisTitle(bases, rates: false), AxisTitle(bases, rates: true), series) { WholeX = true }.Draw();
    }

    private static List<string> Names(IReadOnlyDictionary<string, IReadOnlyList<double>> history, IReadOnlyList<string>? metrics)
    {
        if (metrics is null)
        {
            // Losses first: they get the first colour and the first place in the legend.
            return [.. history.Keys.Where(k => k is not ("learning_rate" or "lr")).OrderBy(k => BaseName(k) != "loss").ThenBy(k => IsRate(BaseName(k)))];
        }

        foreach (string name in metrics)
        {
            if (!history.ContainsKey(name))
            {
                throw new KerasArgumentException(
                    $"history.Plot: every metric must be one of {string.Join(", ", history.Keys)}. Received: '{name}'.");
            }
        }

        return [.. metrics];
    }

    private static string BaseName(string name) => name.StartsWith(Validation, StringComparison.Ordinal) ? name[Validation.Length..] : name;

    private static bool IsRate(string name) =>
        name is not "loss" && !name.EndsWith("_loss", StringComparison.Ordinal)
        && name.Split('_').Any(word => s_rates.Any(rate => word.StartsWith(rate, StringComparison.OrdinalIgnoreCase)));

    private static string AxisTitle(List<string> bases, bool rates)
    {
        string[] names = [.. bases.Where(b => IsRate(b) == rates)];
        return names.Length <= 3 ? string.Join(", ", names) : rates ? "rate" : "loss";
    }
}
