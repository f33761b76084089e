namespace NeuralOpt.Keras.Tests;

/// <summary>Reductions, linear algebra and neural-network functions: gradient, symbolic and compiled path of each; the goldens judge their values.</summary>
[TestClass]
public sealed class OpTable
{
    private static readonly Shape s_cube = (3, 4, 5);

    private static readonly Dictionary<string, OpRow> s_rows = new OpRow[]
    {
        Of("Sum", static x => Ops.Sum(x, (0, 2))),
        Of("Sum all", static x => Ops.Sum(x)),
        Of("Mean", static x => Ops.Mean(x, 1, keepdims: true)),
        Of("Mean over the batch", static x => Ops.Mean(x, 0)),
        Of("Var", static x => Ops.Var(x, (0, 2))),
        Of("Std", static x => Ops.Std(x, -1)),
        Of("Moments", static x => Ops.Moments(x, (0, 1)).Variance + Ops.Moments(x, (0, 1)).Mean),
        Of("Max", static x => Ops.Max(x, 1)),
        Of("Min", static x => Ops.Min(x, (0, 1), keepdims: true)),
        Of("Max initial", static x => Ops.Max(x, 1, initial: 0.5)),
        Of("Amax", static x => Ops.Amax(x, 2)),
        Of("Amin", static x => Ops.Amin(x, 2)),
        Of("Ptp", static x => Ops.Ptp(x, 1)),
        Of("Prod", static x => Ops.Prod(x, (0, 2))),
        Of("Logsumexp", static x => Ops.Logsumexp(x, 1)),
        Of("Cumsum", static x => Ops.Cumsum(x, 1)),
        Of("Cumprod", static x => Ops.Cumprod(x, 0)),
        Of("Average", static x => Ops.Average(x, 1, Tensor.From((double[])[1, 2, 3, 4]))),
        Of("Any", static x => Ops.Any(Ops.Greater(x, 1), 1), gradient: false),
        Of("All", static x => Ops.All(Ops.Greater(x, -1), 1), gradient: false),
        Of("CountNonzero", static x => Ops.CountNonzero(Ops.Relu(x), 2), gradient: false),
        Of("Argmax", static x => Ops.Argmax(x, 1), gradient: false),
        Of("Argmin all", static x => Ops.Argmin(x, keepdims: true), gradient: false),
        Of("Nansum", static x => Ops.Nansum(Holes(x), 1)),
        Of("Nanmean", static x => Ops.Nanmean(Holes(x), 1)),
        Of("Nanvar", static x => Ops.Nanvar(Holes(x), 0)),
        Of("Nanstd", static x => Ops.Nanstd(Holes(x), (0, 2))),
        Of("Nanprod", static x => Ops.Nanprod(Holes(x), 1)),
        Of("Nanmax", static x => Ops.Nanmax(Holes(x), 1)),
        Of("Nanmin", static x => Ops.Nanmin(Holes(x), 1)),
        Of("Nancumsum", static x => Ops.Nancumsum(Holes(x), 1)),
        Of("Median", static x => Ops.Median(x, 1)),
        Of("Quantile", static x => Ops.Quantile(x, (double[])[0, 0.3, 1], (0, 2), keepdims: true)),
        Of("Quantile nearest", static x => Ops.Quantile(x, 0.3, 1, method: "nearest")),
        Of("Percentile midpoint", static x => Ops.Percentile(x, 40, 1, method: "midpoint")),
        Of("Nanquantile", static x => Ops.Nanquantile(Holes(x), 0.4, 1)),
        Of("Nanmedian", static x => Ops.Nanmedian(Holes(x), (1, 2))),
        Of("Sparsemax", static x => Ops.Sparsemax(x, 1)),
        Of("Norm", static x => Ops.Norm(x, axis: 1)),
        Of("Norm of order 3", static x => Ops.Norm(x, 3, 1)),
        Of("Norm of matrices", static x => Ops.Norm(x, 1, (1, 2))),
        Of("Normalize", static x => Ops.Normalize(x, 1)),
        Of("Normalize of order 1", static x => Ops.Normalize(x, 1, order: 1)),
        Of("Trace", static x => Ops.Trace(x, 1, 1, 2)),
        Of("Softmax", static x => Ops.Softmax(x)),
        Of("Softmax over two axes", static x => Ops.Softmax(x, (1, 2))),
        Of("LogSoftmax", static x => Ops.LogSoftmax(x, 1)),
        Of("Glu", static x => Ops.Glu(x, 1)),
        Of("LayerNormalization", static x => Ops.LayerNormalization(x, epsilon: 0.1)),
        Of("RmsNormalization", static x => Ops.RmsNormalization(x, axis: (1, 2))),
        new("BatchNormalization", static x => Ops.BatchNormalization(x[0], x[1], Ops.Square(x[2]) + 0.1, 1, x[3], x[4]), [s_cube, 4, 4, 4, 4], Symbolic: false),
        new("Matmul", static x => Ops.Matmul(x[0], x[1]), [(3, 4), (4, 5)]),
        new("Matmul of a batch by one matrix", static x => Ops.Matmul(x[0], x[1]), [(2, 3, 4), (4, 5)]),
        new("Matmul broadcast", static x => Ops.Matmul(x[0], x[1]), [(2, 1, 3, 4), (5, 4, 2)]),
        new("Matmul by a vector", static x => Ops.Matmul(x[0], x[1]), [(3, 4), 4]),
        new("Matmul of a vector", static x => Ops.Matmul(x[0], x[1]), [4, (2, 4, 3)]),
        new("Dot", static x => Ops.Dot(x[0], x[1]), [(3, 4), (2, 4, 5)]),
        new("Tensordot", static x => Ops.Tensordot(x[0], x[1], 2), [(2, 3, 4), (3, 4, 5)]),
        new("Tensordot of pairs", static x => Ops.Tensordot(x[0], x[1], (int[][])[[0, 2], [1, 0]]), [(2, 3, 4), (4, 2, 5)], Symbolic: false),
        new("Inner", static x => Ops.Inner(x[0], x[1]), [(2, 3), (4, 3)]),
        new("Vdot", static x => Ops.Vdot(x[0], x[1]), [(2, 3), (2, 3)], Symbolic: false),
        new("Outer", static x => Ops.Outer(x[0], x[1]), [3, (2, 2)]),
        new("Cross", static x => Ops.Cross(x[0], x[1]), [(4, 3), (4, 3)]),
        new("Kron", static x => Ops.Kron(x[0], x[1]), [(2, 3), (4, 2)], Symbolic: false),
        new("Einsum of attention", static x => Ops.Einsum("bqhd,bkhd->bhqk", x), [(2, 3, 2, 4), (2, 5, 2, 4)]),
        new("Einsum of three", static x => Ops.Einsum("abc,cd,de->abe", x), [(2, 3, 4), (4, 2), (2, 3)]),
        new("Einsum with an ellipsis", static x => Ops.Einsum("...ij,jk->...ik", x), [(2, 2, 3, 4), (4, 5)]),
        new("Einsum of a diagonal", static x => Ops.Einsum("iij->ji", x), [(3, 3, 2)], Symbolic: false),
        new("Einsum without an arrow", static x => Ops.Einsum("ba,cb", x), [(3, 2), (4, 3)]),
        new("Einsum of two to one letter", static x => Ops.Einsum("ij,ij->i", x), [(3, 4), (3, 4)]),
        new("Einsum of several summed letters", static x => Ops.Einsum("bijk,ijl->bkl", x), [(2, 3, 2, 4), (3, 2, 5)], Symbolic: false),
        new("Inv", static x => Ops.Inv(x[0] + (4 * Ops.Eye(3, dtype: x[0].DType))), [(2, 3, 3)]),
        new("Solve", static x => Ops.Solve(x[0] + (4 * Ops.Eye(3, dtype: x[0].DType)), x[1]), [(2, 3, 3), (2, 3, 2)]),
        new("SolveTriangular", static x => Ops.SolveTriangular(x[0] + (4 * Ops.Eye(3, dtype: x[0].DType)), x[1], lower: true), [(2, 3, 3), (2, 3, 2)]),
        new("Cholesky", static x => Ops.Cholesky(Ops.Matmul(x[0], Ops.Swapaxes(x[0], -1, -2)) + Ops.Eye(3, dtype: x[0].DType)), [(2, 3, 3)]),
        new("CholeskyInverse", static x => Ops.CholeskyInverse(x[0] + (4 * Ops.Eye(3, dtype: x[0].DType))), [(2, 3, 3)]),
        new("Det", static x => Ops.Det(x[0]), [(2, 3, 3)]),
        new("Logdet", static x => Ops.Logdet(Ops.Matmul(x[0], Ops.Swapaxes(x[0], -1, -2)) + Ops.Eye(3, dtype: x[0].DType)), [(2, 3, 3)]),
        new("Qr", static x => Ops.Matmul(Ops.Square(Ops.Qr(x[0]).Q), Ops.Qr(x[0]).R), [(2, 4, 3)]),
        new("Eigh", static x => Ops.Eigh(x[0] + Ops.Swapaxes(x[0], -1, -2)).Eigenvalues, [(2, 3, 3)]),
        new("Eigh vectors", static x => Ops.Square(Ops.Eigh(x[0] + Ops.Swapaxes(x[0], -1, -2)).Eigenvectors), [(2, 3, 3)]),
        new("SingularValues", static x => Ops.SingularValues(x[0]), [(2, 4, 3)]),
        new("Svd", static x => Ops.Svd(x[0]).S, [(2, 3, 4)]),
        new("Pinv", static x => Ops.Pinv(x[0]), [(2, 4, 3)]),
        new("Lstsq", static x => Ops.Lstsq(x[0], x[1]), [(4, 3), (4, 2)]),
        new("Norm of singular values", static x => Ops.Norm(x[0], "nuc", (0, 2)) + Ops.Norm(x[0], 2, (0, 2)), [(3, 2, 4)], Symbolic: false),
        new("BinaryCrossentropy", static x => Ops.BinaryCrossentropy(x[0], x[1]), [(3, 4), (3, 4)], 0.1, 0.9),
        new("BinaryCrossentropy of logits", static x => Ops.BinaryCrossentropy(x[0], x[1], fromLogits: true), [(3, 4), (3, 4)]),
        new("CategoricalCrossentropy", static x => Ops.CategoricalCrossentropy(x[0], x[1], axis: 1), [(3, 4, 2), (3, 4, 2)], 0.1, 0.9),
        new("CategoricalCrossentropy of logits", static x => Ops.CategoricalCrossentropy(x[0], x[1], fromLogits: true), [(3, 4), (3, 4)]),
        new("SparseCategoricalCrossentropy", static x => Ops.SparseCategoricalCrossentropy((int[])[2, 0, 3], x[0]), [(3, 4)], 0.1, 0.9),
        new("SparseCategoricalCrossentropy of logits", static x => Ops.SparseCategoricalCrossentropy((int[])[2, 0, 3], x[0], fromLogits: true), [(3, 4)]),
        new("DotProductAttention", static x => Ops.DotProductAttention(x[0], x[1], x[2], isCausal: true), [(2, 4, 2, 3), (2, 5, 2, 3), (2, 5, 2, 3)]),
        new("DotProductAttention of shared heads", static x => Ops.DotProductAttention(x[0], x[1], x[2], attnLogitsSoftCap: 2), [(2, 3, 4, 3), (2, 3, 2, 3), (2, 3, 2, 3)]),
        new("Psnr", static x => Ops.Psnr(x[0], x[1], 1), [(2, 3), (2, 3)]),
        Of("OneHot", static x => Ops.OneHot(Ops.Cast(Ops.Abs(x), DType.Int32), 3, axis: 1), gradient: false),
        Of("MultiHot", static x => Ops.MultiHot(Ops.Cast(Ops.Abs(x), DType.Int32), 3), gradient: false),
        new("Conv 1-D", static x => Ops.Conv(x[0], x[1], 2, "same"), [(2, 7, 3), (3, 3, 4)]),
        new("Conv 2-D", static x => Ops.Conv(x[0], x[1]), [(2, 5, 6, 3), (3, 2, 3, 4)]),
        new("Conv same with strides", static x => Ops.Conv(x[0], x[1], (2, 1), "same"), [(2, 5, 6, 2), (3, 2, 2, 3)]),
        new("Conv dilated", static x => Ops.Conv(x[0], x[1], dilationRate: 2), [(1, 7, 6, 2), (3, 2, 2, 3)]),
        new("Conv in groups", static x => Ops.Conv(x[0], x[1], 1, "same"), [(1, 4, 5, 4), (3, 3, 2, 6)]),
        new("Conv channels first", static x => Ops.Conv(x[0], x[1], dataFormat: "channels_first"), [(2, 3, 5, 6), (3, 2, 3, 4)]),
        new("Conv 3-D", static x => Ops.Conv(x[0], x[1], 1, "same"), [(1, 3, 4, 3, 2), (2, 2, 2, 2, 3)]),
        new("ConvTranspose", static x => Ops.ConvTranspose(x[0], x[1], 3), [(1, 3, 2, 2), (2, 3, 3, 2)]),
        new("ConvTranspose same", static x => Ops.ConvTranspose(x[0], x[1], 2, "same"), [(1, 3, 2, 2), (3, 3, 3, 2)]),
        new("ConvTranspose with output padding", static x => Ops.ConvTranspose(x[0], x[1], 2, "same", outputPadding: 1), [(1, 3, 2, 2), (3, 3, 3, 2)]),
        new("DepthwiseConv", static x => Ops.DepthwiseConv(x[0], x[1], 2, "same"), [(1, 5, 4, 3), (3, 2, 3, 2)]),
        new("SeparableConv", static x => Ops.SeparableConv(x[0], x[1], x[2], 1, "same"), [(2, 4, 4, 3), (3, 2, 3, 2), (1, 1, 6, 4)]),
        new("MaxPool", static x => Ops.MaxPool(x[0], 2), [(2, 5, 4, 3)]),
        new("MaxPool overlapping", static x => Ops.MaxPool(x[0], (3, 2), (1, 2), "same"), [(2, 5, 4, 3)]),
        new("MaxPool 1-D", static x => Ops.MaxPool(x[0], 3, 2, "same"), [(2, 7, 3)]),
        new("AveragePool", static x => Ops.AveragePool(x[0], 3, 2, "same"), [(2, 5, 4, 3)]),
        new("AveragePool channels first", static x => Ops.AveragePool(x[0], 2, dataFormat: "channels_first"), [(2, 3, 4, 6)]),
        new("DepthToSpace", static x => Ops.DepthToSpace(x[0], 2), [(2, 2, 3, 8)]),
        new("SpaceToDepth", static x => Ops.SpaceToDepth(x[0], 2), [(2, 4, 6, 2)]),
        new("Fold", static x => Ops.Fold(x[0], (4, 5), 2, 1, 1, 2), [(2, 8, 9)]),
        new("AdaptiveAveragePool", static x => Ops.AdaptiveAveragePool(x[0], 3), [(2, 5, 7, 3)]),
        new("AdaptiveMaxPool", static x => Ops.AdaptiveMaxPool(x[0], (2, 3)), [(2, 5, 7, 3)]),
        new("Unfold", static x => Ops.Unfold(x[0], 2, 1, 1, 2), [(2, 2, 4, 5)]),
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

    private static OpRow Of(string name, Func<Tensor, Tensor> op, bool gradient = true)
        => new(name, x => op(x[0]), [s_cube], Differentiable: gradient);

    private static Tensor Holes(Tensor x) => Ops.Where(Ops.Greater(x, 1.5), double.NaN, x);
}
