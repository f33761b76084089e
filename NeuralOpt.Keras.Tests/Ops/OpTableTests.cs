using System.Reflection;

namespace NeuralOpt.Keras.Tests;

/// <summary>Gradient, symbolic and compiled path of every row of the groups' tables; the goldens judge their values.</summary>
[TestClass]
public sealed class OpTableTests
{
    private static readonly Dictionary<string, OpRow> s_rows = AllRows().ToDictionary(static r => r.Name);

    public static IEnumerable<object[]> Names => s_rows.Keys.Select(static n => (object[])[n]);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Gradients_agree_with_central_differences(string name)
    {
        OpRow row = s_rows[name];
        Tensor[] x = row.Inputs(DType.Float64);
        if (row.Differentiable)
        {
            OpContract.CheckGradient(row.Apply, x);
            return;
        }

        using GradientTape tape = new();
        tape.Watch(x[0]);
        Assert.IsNull(tape.Gradient(row.Apply(x), x[0]));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Compiled_path_agrees_with_the_eager_one(string name) => OpContract.CheckCompiled(s_rows[name].Apply, s_rows[name].Inputs(DType.Float32));

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Shapes_are_inferred_without_values(string name)
    {
        OpRow row = s_rows[name];
        OpContract.CheckSymbolic(row.Apply, row.Inputs(DType.Float32), openFirstAxis: row.Symbolic);
    }

    /// <summary>The rows of every class that is called after a group: <c>ReductionTable</c>, <c>NnTable</c>, ...</summary>
    internal static IEnumerable<OpRow> AllRows()
        => typeof(OpTableTests).Assembly.GetTypes()
            .Where(static t => t.Name.EndsWith("Table", StringComparison.Ordinal))
            .Select(static t => t.GetField("Rows", BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null)).OfType<OpRow[]>()
            .SelectMany(static rows => rows);
}
