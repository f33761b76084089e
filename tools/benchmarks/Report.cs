using System.Globalization;
using System.Text;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>The figures of one benchmark, printed as they come, and their table for docs/performance.md.</summary>
internal sealed class Report
{
    private readonly string _name;
    private readonly string _what;
    private readonly List<string> _rows = [];
    private readonly List<string> _peers = [];

    internal Report(string name, string what)
    {
        (_name, _what) = (name, what);
        if (name.Length > 0)
        {
            Console.WriteLine($"{name}: {Machine.Description}{Watch.Description}");
        }
    }

    /// <summary>Prints which library is compared with, or why none is.</summary>
    internal void Peer(string text)
    {
        if (!_peers.Contains(text))
        {
            Console.WriteLine(text);
            _peers.Add(text);
        }
    }

    /// <summary>Prints a figure.</summary>
    internal void Add(string figure, Spread spread, string unit)
        => Row(figure, $"{Number(spread.Median)} {unit}", $"{Number(spread.Low)} - {Number(spread.High)}");

    /// <summary>Prints a figure that was measured once.</summary>
    internal void Add(string figure, double value, string unit) => Row(figure, $"{Number(value)} {unit}", "");

    /// <summary>Prints what is no number.</summary>
    internal void Note(string figure, string text) => Row(figure, text, "");

    /// <summary>Puts the table into a file in place of the last one of this benchmark at this width of vectors.</summary>
    internal void WriteMarkdown(string file)
    {
        string key = $"{_name} {Machine.Width}{(Watch.IsProcessorTime ? " processor" : "")}";
        (string begin, string end) = ($"<!-- begin {key} -->", $"<!-- end {key} -->");
        StringBuilder table = new();
        table.AppendLine(begin).AppendLine(CultureInfo.InvariantCulture, $"### {_name}, vectors of {Machine.Width} bits{Watch.Description}").AppendLine();
        table.AppendLine(CultureInfo.InvariantCulture, $"{DateTime.Now:yyyy-MM-dd}, {Machine.Description}.").AppendLine();
        _peers.ForEach(peer => table.AppendLine(CultureInfo.InvariantCulture, $"- {peer}"));
        table.AppendLine(_peers.Count > 0 ? Environment.NewLine : "");
        table.Replace(Environment.NewLine + Environment.NewLine + Environment.NewLine, Environment.NewLine + Environment.NewLine);
        table.AppendLine("| figure | median | quartiles | load |").AppendLine("|---|---|---|---|");
        _rows.ForEach(row => table.AppendLine(row));
        table.Append(end);
        string text = File.Exists(file) ? File.ReadAllText(file) : "";
        int from = text.IndexOf(begin, StringComparison.Ordinal), to = text.IndexOf(end, StringComparison.Ordinal);
        File.WriteAllText(file, from >= 0 && to > from
            ? text[..from] + table + text[(to + end.Length)..]
            : Appended(text, $"## {_name}", table.ToString()));
    }

    /// <summary>The table behind what its section has already; a new section at the end where there is none.</summary>
    private string Appended(string text, string header, string table)
    {
        string line = Environment.NewLine;
        int section = text.IndexOf(header + line, StringComparison.Ordinal);
        if (section < 0)
        {
            return text.TrimEnd() + $"{line}{line}{header}{line}{line}{_what}{line}{line}{table}{line}";
        }

        int next = text.IndexOf($"{line}## ", section + header.Length, StringComparison.Ordinal);
        return next < 0
            ? text.TrimEnd() + $"{line}{line}{table}{line}"
            : text[..next].TrimEnd() + $"{line}{line}{table}{line}{line}" + text[next..].TrimStart();
    }

    private static string Number(double value) => value switch
    {
        0 => "0",
        _ when Math.Abs(value) >= 1000 => value.ToString("F0", CultureInfo.InvariantCulture),
        _ when Math.Abs(value) >= 100 => value.ToString("F1", CultureInfo.InvariantCulture),
        _ when Math.Abs(value) >= 1 => value.ToString("F2", CultureInfo.InvariantCulture),
        _ when Math.Abs(value) >= 0.01 => value.ToString("F4", CultureInfo.InvariantCulture),
        _ => value.ToString("G2", CultureInfo.InvariantCulture),
    };

    private void Row(string figure, string value, string quartiles)
    {
        string load = Machine.Load.ToString("F1", CultureInfo.InvariantCulture);
        Console.WriteLine($"{figure,-52} {value,18}  {(quartiles.Length > 0 ? $"[{quartiles}]" : ""),-24} load {load}");
        _rows.Add($"| {figure} | {value} | {quartiles} | {load} |");
    }
}
