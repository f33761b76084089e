namespace NeuralOpt.Keras.Tests;

/// <summary>Shaping, indexing, creation: gradient, symbolic and compiled path of each; the goldens judge their values.</summary>
[TestClass]
public sealed class OpTableShaping
{
    private static readonly Shape s_cube = (3, 4, 5);

    private static readonly Dictionary<string, OpRow> s_rows = new OpRow[]
    {
        Of("Split", static x => Ops.Split(x, 2, 1)[1]),
        Of("Split at places", static x => Ops.Split(x, [1, -1], 2)[1]),
        Of("ArraySplit", static x => Ops.ArraySplit(x, 3, 2)[0]),
        Of("Unstack", static x => Ops.Unstack(x, axis: 1)[2]),
        Of("Tile", static x => Ops.Tile(x, (2, 1, 3)), open: false),
        Of("Tile of new axes", static x => Ops.Tile(x, (2, 1, 1, 2)), open: false),
        Of("Repeat", static x => Ops.Repeat(x, 3, 1)),
        Of("Repeat each", static x => Ops.Repeat(x, (int[])[1, 0, 2, 1], 1)),
        Of("Repeat flat", static x => Ops.Repeat(x, 2), open: false),
        Of("Roll", static x => Ops.Roll(x, (1, -2), (1, 2))),
        Of("Roll flat", static x => Ops.Roll(x, 7), open: false),
        Of("Rot90", static x => Ops.Rot90(x, 1, (1, 2))),
        Of("Rot90 back", static x => Ops.Rot90(x, -1, (1, 2))),
        Of("Rot90 half", static x => Ops.Rot90(x, 2, (1, 2))),
        Of("Flip", static x => Ops.Flip(x, (0, 2))),
        Of("Pad", static x => Ops.Pad(x, [(0, 1), (2, 0), (1, 1)], constantValues: 3)),
        Of("Pad reflect", static x => Ops.Pad(x, [(0, 0), (2, 3), (1, 0)], "reflect")),
        Of("Pad symmetric", static x => Ops.Pad(x, [(0, 0), (2, 4), (1, 0)], "symmetric")),
        Of("Ravel", static x => Ops.Ravel(x), open: false),
        Of("Append", static x => Ops.Append(x, x * 2, 1)),
        Of("Hstack", static x => Ops.Hstack([x, x * 2])),
        Of("Vstack", static x => Ops.Vstack([x, x * 2])),
        Of("Dstack", static x => Ops.Dstack([x[.., 0], x[.., 1]])),
        Of("Rearrange", static x => Ops.Rearrange(x, "a (b c) d -> a d c b", ("b", 2))),
        Of("Diagonal", static x => Ops.Diagonal(x, 1, 1, 2)),
        Of("Diagonal below", static x => Ops.Diagonal(x, -2, 2, 1)),
        Of("Tril", static x => Ops.Tril(x, -1)),
        Of("Triu", static x => Ops.Triu(x, 2)),
        new("Diag", static x => Ops.Diag(x[0], -2), [4], Symbolic: false),
        new("Diagflat", static x => Ops.Diagflat(x[0], 1), [(2, 2)], Symbolic: false),
        Of("Slice", static x => Ops.Slice(x, (int[])[1, 0, 2], (2, -1, 3)), open: false),
        Of("SliceUpdate", static x => Ops.SliceUpdate(x, (int[])[1, 0, 2], x[..2, ..1, ..2] * 3), open: false),
        Of("ScatterUpdate", static x => Ops.ScatterUpdate(x, new[,] { { 2, 0 }, { 0, 3 } }, x[..2, 1] * 3), open: false),
        Of("ScatterUpdate max", static x => Ops.ScatterUpdate(x, new[,] { { 2 }, { 0 } }, x[..2] * 3, "max"), open: false),
        Of("ScatterUpdate mul", static x => Ops.ScatterUpdate(x, new[,] { { 2 }, { 0 }, { 2 } }, x * 3, "mul"), open: false),
        Of("Scatter", static x => Ops.Scatter(new[,] { { 2 }, { 5 }, { 2 } }, x, (6, 4, 5)), open: false),
        Of("SegmentSum", static x => Ops.SegmentSum(x, (int[])[1, 0, 1], 3), open: false),
        Of("SegmentMax", static x => Ops.SegmentMax(x, (int[])[1, 0, 1], 2), open: false),
        Of("SegmentMin", static x => Ops.SegmentMin(x, (int[])[1, 0, 1], 2), open: false),
        Of("SegmentProd", static x => Ops.SegmentProd(x, (int[])[1, 0, 1], 3), open: false),
        Of("Take", static x => Ops.Take(x, (int[])[0, -1, 0], 1)),
        Of("TakeAlongAxis", static x => Ops.TakeAlongAxis(x, Ops.Argsort(x)[.., .., 1..3] - 5, 2)),
        Of("TakeAlongAxis broadcast", static x => Ops.TakeAlongAxis(x, new[,,] { { { 0 }, { -1 }, { 0 }, { 2 } } }, 2), open: false),
        Of("Index and range", static x => x[.., ^1, Slice.Step(null, null, -2)]),
        Of("Lists", static x => x[.., [0, 3, 3], [1, 0, -1]]),
        Of("Sort", static x => Ops.Sort(x, 1)),
        Of("TopK", static x => Ops.TopK(x, 2).Values),
        Of("TopK indices", static x => Ops.TopK(x, 2).Indices, gradient: false),
        Of("Argsort", static x => Ops.Argsort(x, 0), gradient: false),
        Of("Argpartition", static x => Ops.Argpartition(x, 2, 1), gradient: false),
        Of("Searchsorted", static x => Ops.Searchsorted((double[])[-1, 0, 1], x), gradient: false),
        Of("Isin", static x => Ops.Isin(Ops.Round(x), (double[])[1, 2]), gradient: false),
        Of("Select", static x => Ops.Select([x > 1, x < 0], [x * 2, x * 3], 1)),
        Of("Diff", static x => Ops.Diff(x, 2, 1)),
        Of("Trapezoid", static x => Ops.Trapezoid(x, (double[])[0, 1, 3, 4], axis: 1)),
        Of("Trapezoid of even steps", static x => Ops.Trapezoid(x, dx: 0.5)),
        Of("Copy", static x => Ops.Copy(x)),
        Of("SaturateCast", static x => Ops.SaturateCast(x * 200, DType.UInt8), gradient: false),
        Of("Scan", static x => Ops.Scan(static (s, t) => (s + t, s * t), x[0, .., 0], x[.., .., 1]).Ys, open: false),
        Of("AssociativeScan", static x => Ops.AssociativeScan(static (a, b) => a * b, x, reverse: true, axis: 1)),
        Of("Map", static x => Ops.Map(static t => t * t, x), open: false),
        new("Linspace", static x => Ops.Linspace(x[0], x[1], 4, axis: 1), [(2, 3), (2, 3)], Symbolic: false),
        new("Logspace", static x => Ops.Logspace(x[0], x[1], 4, @base: 2), [(2, 3), (2, 3)], Symbolic: false),
        new("Geomspace", static x => Ops.Geomspace(x[0], x[1], 4, axis: -1), [(2, 3), (2, 3)], 0.5, 2, Symbolic: false),
        new("Meshgrid", static x => Ops.Meshgrid(x[0], x[1])[1], [3, 4], Symbolic: false),
        new("Vander", static x => Ops.Vander(x[0], 4), [3]),
        new("Correlate", static x => Ops.Correlate(x[0], x[1], "full"), [5, 3], Symbolic: false),
        new("Correlate of a shorter one", static x => Ops.Correlate(x[0], x[1], "same"), [3, 6], Symbolic: false),
        new("Corrcoef", static x => Ops.Corrcoef(x[0]), [(3, 6)], Symbolic: false),
    }.ToDictionary(static r => r.Name);

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

    private static OpRow Of(string name, Func<Tensor, Tensor> op, bool gradient = true, bool open = true)
        => new(name, x => op(x[0]), [s_cube], Differentiable: gradient, Symbolic: open);
}
