using NeuralOpt.Keras.Parity;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class ParityTests
{
    private static readonly string s_goldens = Fixture.PathOf("goldens");

    /// <summary>Families of which every class and function exists.</summary>
    private static readonly string[] s_complete =
        ["activations", "constraints", "initializers", "losses", "metrics", "ops", "optimizers", "random", "regularizers", "schedules", "sparse_updates"];

    public static IEnumerable<string[]> Families => GoldenFamily.In(s_goldens).Select(static f => new[] { f });

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void A_family_agrees_with_Python_Keras(string family)
    {
        FamilyResult result = Judge.Run(GoldenFamily.Read(s_goldens, family));
        string[] failed = [.. result.Cases.Where(static c => c.Verdict.Outcome == Outcome.Failed).Select(static c => $"{c.Id}: {c.Verdict.Reason}")];
        Assert.IsEmpty(failed, string.Join('\n', failed));
        Assert.AreNotEqual(0, result.Count(Outcome.Passed));
        if (s_complete.Contains(family))
        {
            Assert.AreEqual(result.Cases.Count, result.Count(Outcome.Passed));
        }
    }
}
