using System.Text.RegularExpressions;
using NeuralOpt.Keras.Parity;

namespace NeuralOpt.Keras.Tests;

/// <summary>What the page on parity says is what comes of the recorded cases: a case that stops being built is seen.</summary>
[TestClass]
public partial class ParityTests
{
    private static readonly string s_goldens = Fixture.PathOf("goldens");

    private static readonly Dictionary<string, Counts> s_page = Page().Matches(File.ReadAllText(Path.Combine(Fixture.Root, "docs", "parity.md")))
        .ToDictionary(m => m.Groups[1].Value, m => new Counts(Number(m, 2), Number(m, 3), Number(m, 4), Number(m, 5)));

    public static IEnumerable<string[]> Families => GoldenFamily.In(s_goldens).Select(static f => new[] { f });

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void A_family_agrees_with_Python_Keras_as_the_page_says(string family)
    {
        FamilyResult result = Judge.Run(GoldenFamily.Read(s_goldens, family));
        string[] failed = [.. result.Cases.Where(static c => c.Verdict.Outcome == Outcome.Failed).Select(static c => $"{c.Id}: {c.Verdict.Reason}")];
        Assert.IsEmpty(failed, string.Join('\n', failed));

        Counts now = new(result.Count(Outcome.Passed), result.Count(Outcome.Failed), result.Count(Outcome.NotBuilt), result.Count(Outcome.NotJudged));
        string[] open = [.. result.Cases.Where(static c => c.Verdict.Outcome != Outcome.Passed).Select(static c => $"{c.Id}: {c.Verdict.Reason}")];
        Assert.AreEqual(
            s_page[family], now,
            $"docs/parity.md says otherwise; `dotnet run tools/parity.cs -- --markdown docs/parity.md` writes it anew. Not passed:\n{string.Join('\n', open)}");
    }

    [TestMethod]
    public void The_page_has_every_family_and_adds_them_up()
    {
        CollectionAssert.AreEquivalent(Families.Select(static f => f[0]).Append("**all**").ToArray(), s_page.Keys);
        Counts all = s_page.Where(static p => p.Key != "**all**").Select(static p => p.Value)
            .Aggregate(static (a, b) => new(a.Passed + b.Passed, a.Failed + b.Failed, a.NotBuilt + b.NotBuilt, a.NotJudged + b.NotJudged));
        Assert.AreEqual(all, s_page["**all**"]);
    }

    private static int Number(Match row, int group) => int.Parse(row.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (\S+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Page();

    private sealed record Counts(int Passed, int Failed, int NotBuilt, int NotJudged);
}
