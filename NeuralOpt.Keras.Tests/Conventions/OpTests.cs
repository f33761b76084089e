using System.Reflection;
using Mono.Cecil;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>Who adds an op adds a row to its group's table, or, where a row can say nothing of it, a test.</summary>
[TestClass]
public sealed class OpTests
{
    [TestMethod]
    public void Every_op_has_a_row_or_a_test()
    {
        HashSet<string> kept = [.. RowNames(), .. Tested()];
        string[] missing =
        [
            .. new[] { typeof(Ops), typeof(RandomOps) }
                .SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(m => (Class: t.Name, m.Name)))
                .Distinct()
                .Where(o => !kept.Contains(o.Class == nameof(Ops) ? o.Name : $"{o.Class}.{o.Name}") && !kept.Contains($"{o.Class}.{o.Name}"))
                .Select(static o => $"{o.Class}.{o.Name}"),
        ];
        Assert.IsEmpty(missing, $"without a row in a table of Ops and without a test of its name: {string.Join(", ", missing)}");
    }

    /// <summary>A row is called after its op; words behind the name tell rows of one op apart.</summary>
    private static IEnumerable<string> RowNames()
        => OpTableTests.AllRows().Select(static r => r.Name)
            .Concat(ElementwiseUnaryTable.Names.Concat(ElementwiseBinaryTable.Names).Select(static n => (string)n[0]))
            .Select(static n => n.Split(' ')[0]);

    /// <summary>Ops that a test in the folder of ops calls itself: <c>Ops.X</c> between its assertions, not in a helper.</summary>
    private static IEnumerable<string> Tested()
    {
        using ModuleDefinition tests = ModuleDefinition.ReadModule(typeof(OpTests).Assembly.Location, new ReaderParameters { ReadSymbols = true });
        return
        [
            .. tests.GetTypes().SelectMany(static t => t.Methods)
                .Where(static m => m.HasBody && IsOfATestOfOps(m))
                .SelectMany(Uses.Calls)
                .Where(static c => c.DeclaringType.FullName is "NeuralOpt.Keras.Ops" or "NeuralOpt.Keras.RandomOps")
                .Select(static c => $"{c.DeclaringType.Name}.{c.Name}").Distinct(),
        ];
    }

    private static bool IsOfATestOfOps(MethodDefinition method)
        => method.DebugInformation.SequencePoints.FirstOrDefault()?.Document.Url.Replace('\\', '/') is { } file
            && file.Contains("/NeuralOpt.Keras.Tests/Ops/", StringComparison.Ordinal) && file.EndsWith("Tests.cs", StringComparison.Ordinal);
}
