namespace NeuralOpt.Keras.Tests;

/// <summary>Elementwise functions of integers, and with steps; those of one or two real tensors have tables with more tests.</summary>
internal static class ElementwiseTable
{
    internal static readonly OpRow[] Rows =
    [
        Of("BitwiseAnd", static x => Ops.BitwiseAnd(Whole(x), 5), gradient: false),
        Of("BitwiseOr", static x => Ops.BitwiseOr(Whole(x), 5), gradient: false),
        Of("BitwiseXor", static x => Ops.BitwiseXor(Whole(x), 5), gradient: false),
        Of("BitwiseInvert", static x => Ops.BitwiseInvert(Whole(x)), gradient: false),
        Of("BitwiseLeftShift", static x => Ops.BitwiseLeftShift(Whole(x), 2), gradient: false),
        Of("BitwiseRightShift", static x => Ops.BitwiseRightShift(Whole(x), 2), gradient: false),
        Of("Ldexp", static x => Ops.Ldexp(x, (int[])[0, 1, 2, -1, 3])),
        Of("Nextafter", static x => Ops.Nextafter(x, 1), gradient: false),
        Of("Angle", static x => Ops.Angle(x)),
    ];

    private static Tensor Whole(Tensor x) => Ops.Cast(x * 10, DType.Int32);

    private static OpRow Of(string name, Func<Tensor, Tensor> op, bool gradient = true, bool open = true)
        => OpRow.OfCube(name, op, gradient, open);
}
