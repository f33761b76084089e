namespace NeuralOpt.Keras.Tests;

/// <summary>Ops that look elements up, put them somewhere, sort them.</summary>
internal static class IndexingTable
{
    internal static readonly OpRow[] Rows =
    [
        Of("Moments", static x => Ops.Moments(x, (0, 1)).Variance + Ops.Moments(x, (0, 1)).Mean),
        new("Qr", static x => Ops.Matmul(Ops.Square(Ops.Qr(x[0]).Q), Ops.Qr(x[0]).R), [(2, 4, 3)]),
        new("Eigh", static x => Ops.Eigh(x[0] + Ops.Swapaxes(x[0], -1, -2)).Eigenvalues, [(2, 3, 3)]),
        new("Eigh vectors", static x => Ops.Square(Ops.Eigh(x[0] + Ops.Swapaxes(x[0], -1, -2)).Eigenvectors), [(2, 3, 3)]),
        new("Svd", static x => Ops.Svd(x[0]).S, [(2, 3, 4)]),
        Of("Flip", static x => Ops.Flip(x, (0, 2))),
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
        Of("Scan", static x => Ops.Scan(static (s, t) => (s + t, s * t), x[0, .., 0], x[.., .., 1]).Ys, open: false),
        Of("GetItem", static x => Ops.GetItem(x, Slice.Ellipsis, 1)),
    ];

    private static OpRow Of(string name, Func<Tensor, Tensor> op, bool gradient = true, bool open = true)
        => OpRow.OfCube(name, op, gradient, open);
}
