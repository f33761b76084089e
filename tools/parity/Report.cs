using System.Globalization;
using System.Text;

namespace NeuralOpt.Keras.Parity;

/// <summary>The table: a line a family.</summary>
internal sealed class Report
{
    private readonly List<FamilyResult> _families = [];

    internal static string Header { get; } = $"{"family",-16}{"passed",8}{"failed",8}{"not yet built",15}{"not judged",12}  largest difference of a failed case";

    internal int Failed => _families.Sum(static f => f.Count(Outcome.Failed));

    internal string Total => string.Create(
        CultureInfo.InvariantCulture,
        $"{"total",-16}{Sum(Outcome.Passed),8}{Sum(Outcome.Failed),8}{Sum(Outcome.NotBuilt),15}{Sum(Outcome.NotJudged),12}");

    internal void Add(FamilyResult result) => _families.Add(result);

    internal static string Line(FamilyResult f)
    {
        string line = $"{f.Family,-16}{f.Count(Outcome.Passed),8}{f.Count(Outcome.Failed),8}{f.Count(Outcome.NotBuilt),15}{f.Count(Outcome.NotJudged),12}";
        CaseResult? worst = f.Cases.Where(static c => c.Verdict.Outcome == Outcome.Failed).MaxBy(static c => c.Verdict.Difference);
        string? lacking = f.Cases.FirstOrDefault(static c => c.Verdict.Outcome == Outcome.NotJudged)?.Verdict.Reason;
        return line + (worst is null ? "" : $"  {Number(worst.Verdict.Difference)} ({worst.Id})") + (lacking is null ? "" : $"  [{lacking}]");
    }

    internal static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Failed => "failed",
        Outcome.NotBuilt => "not yet built",
        _ => "not judged",
    };

    internal string Markdown()
    {
        StringBuilder page = new("""
            # Parity with Python Keras

            What this library computes, compared case by case with what Keras 3.15.1 on TensorFlow 2.21 computed. `dotnet run tools/parity.cs` makes the table;
            the tolerances are those of `tools/parity/Tolerance.cs`.

            | family | passed | failed | not yet built | not judged |
            |---|---:|---:|---:|---:|

            """);
        foreach (FamilyResult f in _families)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {f.Family} | {f.Count(Outcome.Passed)} | {f.Count(Outcome.Failed)} | {f.Count(Outcome.NotBuilt)} | {f.Count(Outcome.NotJudged)} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"| **all** | {Sum(Outcome.Passed)} | {Sum(Outcome.Failed)} | {Sum(Outcome.NotBuilt)} | {Sum(Outcome.NotJudged)} |\n");
        IEnumerable<string> failed = _families.SelectMany(static f => f.Cases.Where(static c => c.Verdict.Outcome == Outcome.Failed).Select(c => $"- `{f.Family}`: {c.Id}\n"));
        return page.AppendJoin("", failed.Prepend(Failed > 0 ? "\nFailed:\n\n" : "")).ToString();
    }

    private static string Number(double d) => d.ToString("0.0e+0", CultureInfo.InvariantCulture);

    private int Sum(Outcome outcome) => _families.Sum(f => f.Count(outcome));
}
