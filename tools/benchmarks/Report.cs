using System.Globalization;
using System.Text;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>The figures of one benchmark, printed as they come, and their table for docs/performance.md.</summary>
internal sealed class Report(string name, string what)
{
    private readonly List<string> _rows = [];
    private readonly List<string> _missed = [];

    internal bool AllMet => _missed.Count == 0;

    /// <summary>Prints a figure, and whether it meets its gate.</summary>
    internal void Add(string figure, Spread spread, string unit, Gate? gate = null)
        => Row(figure, $"{Number(spread.Median)} {unit}", $"{Number(spread.Low)} - {Number(spread.High)}", gate, gate?.IsMet(spread) ?? true);

    /// <summary>Prints a figure that was measured once.</summary>
    internal void Add(string figure, double value, string unit, Gate? gate = null)
        => Row(figure, $"{Number(value)} {unit}", "", gate, gate?.IsMet(new(value, value, value)) ?? true);

    /// <summary>Prints what is no number.</summary>
    internal void Note(string figure, string text) => Row(figure, text, "", null, true);

    /// <summary>Says which gates were missed.</summary>
    internal void Finish() => Console.WriteLine(AllMet ? $"{name}: every gate is met." : $"{name}: missed: {string.Join("; ", _missed)}.");

    /// <summary>Puts the table into a file in place of the last one of this benchmark.</summary>
    internal void WriteMarkdown(string file)
    {
        (string begin, string end) = ($"<!-- begin {name} -->", $"<!-- end {name} -->");
        StringBuilder table = new();
        table.AppendLine(begin).AppendLine($"## {name}").AppendLine().AppendLine(what).AppendLine();
        table.AppendLine(CultureInfo.InvariantCulture, $"{DateTime.Now:yyyy-MM-dd}, {Machine.Processor}, {Environment.ProcessorCount} cores, .NET {Environment.Version}.").AppendLine();
        table.AppendLine("| figure | median | quartiles | gate | load |").AppendLine("|---|---|---|---|---|");
        _rows.ForEach(row => table.AppendLine(row));
        table.Append(end);
        string text = File.Exists(file) ? File.ReadAllText(file) : "";
        int from = text.IndexOf(begin, StringComparison.Ordinal), to = text.IndexOf(end, StringComparison.Ordinal);
        text = from >= 0 && to > from
            ? text[..from] + table + text[(to + end.Length)..]
            : text.TrimEnd() + Environment.NewLine + Environment.NewLine + table + Environment.NewLine;
        File.WriteAllText(file, text);
    }

    private static string Number(double value) => value switch
    {
        0 => "0",
        _ when Math.Abs(value) >= 1000 => value.ToString("F0", CultureInfo.InvariantCulture),
        _ when Math.Abs(value) >= 100 => value.ToString("F1", CultureInfo.InvariantCulture),
        _ when Math.Abs(value) >= 1 => value.ToString("F2", CultureInfo.InvariantCulture),
        _ => value.ToString("F4", CultureInfo.InvariantCulture),
    };

    private void Row(string figure, string value, string quartiles, Gate? gate, bool met)
    {
        string verdict = gate is null ? "" : $"{gate}{(met ? "" : ": missed")}";
        string load = Machine.Load.ToString("F1", CultureInfo.InvariantCulture);
        Console.WriteLine($"{figure,-52} {value,18}  {(quartiles.Length > 0 ? $"[{quartiles}]" : ""),-24} {verdict,-26} load {load}");
        _rows.Add($"| {figure} | {value} | {quartiles} | {verdict} | {load} |");
        if (!met)
        {
            _missed.Add($"{figure} {value} ({gate})");
        }
    }
}
