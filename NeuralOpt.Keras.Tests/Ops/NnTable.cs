namespace NeuralOpt.Keras.Tests;

/// <summary>Functions of neural networks: convolutions, pools, normalisation, attention, losses.</summary>
internal static class NnTable
{
    internal static readonly OpRow[] Rows =
    [
        Of("Sparsemax", static x => Ops.Sparsemax(x, 1)),
        Of("Normalize", static x => Ops.Normalize(x, 1)),
        Of("Normalize of order 1", static x => Ops.Normalize(x, 1, order: 1)),
        Of("Softmax", static x => Ops.Softmax(x)),
        Of("Softmax over two axes", static x => Ops.Softmax(x, (1, 2))),
        Of("LogSoftmax", static x => Ops.LogSoftmax(x, 1)),
        Of("Glu", static x => Ops.Glu(x, 1)),
        Of("LayerNormalization", static x => Ops.LayerNormalization(x, epsilon: 0.1)),
        Of("RmsNormalization", static x => Ops.RmsNormalization(x, axis: (1, 2))),
        new("BatchNormalization", static x => Ops.BatchNormalization(x[0], x[1], Ops.Square(x[2]) + 0.1, 1, x[3], x[4]), [OpRow.Cube, 4, 4, 4, 4], Symbolic: false),
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
        new("CtcLoss", static x => Ops.CtcLoss(new[,] { { 1, 2, 2 }, { 2, 0, 0 } }, x[0], (int[])[3, 1], (int[])[6, 5]), [(2, 6, 3)], Symbolic: false),
    ];

    private static OpRow Of(string name, Func<Tensor, Tensor> op, bool gradient = true, bool open = true)
        => OpRow.OfCube(name, op, gradient, open);
}
