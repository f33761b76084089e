namespace NeuralOpt.Keras.Tests;

/// <summary>Ops that make tensors out of a few numbers.</summary>
internal static class CreationTable
{
    internal static readonly OpRow[] Rows =
    [
        new("Linspace", static x => Ops.Linspace(x[0], x[1], 4, axis: 1), [(2, 3), (2, 3)], Symbolic: false),
        new("Logspace", static x => Ops.Logspace(x[0], x[1], 4, @base: 2), [(2, 3), (2, 3)], Symbolic: false),
        new("Geomspace", static x => Ops.Geomspace(x[0], x[1], 4, axis: -1), [(2, 3), (2, 3)], 0.5, 2, Symbolic: false),
        new("Meshgrid", static x => Ops.Meshgrid(x[0], x[1])[1], [3, 4], Symbolic: false),
        new("Vander", static x => Ops.Vander(x[0], 4), [3]),
        new("Identity", static x => Ops.Matmul(x[0], Ops.Identity(5, dtype: x[0].DType)), [OpRow.Cube]),
        new("Full", static x => x[0] * Ops.Full(5, 3, x[0].DType), [OpRow.Cube]),
        new("FullLike", static x => x[0] * Ops.FullLike(x[0], 3), [OpRow.Cube]),
        new("ZerosLike", static x => x[0] + Ops.ZerosLike(x[0]), [OpRow.Cube]),
        new("Bartlett", static x => x[0] * Ops.Cast(Ops.Bartlett(5), x[0].DType), [OpRow.Cube]),
        new("Blackman", static x => x[0] * Ops.Cast(Ops.Blackman(5), x[0].DType), [OpRow.Cube]),
        new("Hanning", static x => x[0] * Ops.Cast(Ops.Hanning(5), x[0].DType), [OpRow.Cube]),
        new("Hamming", static x => x[0] * Ops.Cast(Ops.Hamming(5), x[0].DType), [OpRow.Cube]),
        new("Kaiser", static x => x[0] * Ops.Cast(Ops.Kaiser(5, 3), x[0].DType), [OpRow.Cube]),
    ];
}
