namespace NeuralOpt.Keras.Tests;

/// <summary>Casts, copies, loops.</summary>
internal static class CoreTable
{
    internal static readonly OpRow[] Rows =
    [
        Of("Copy", static x => Ops.Copy(x)),
        Of("SaturateCast", static x => Ops.SaturateCast(x * 200, DType.UInt8), gradient: false),
        Of("AssociativeScan", static x => Ops.AssociativeScan(static (a, b) => a * b, x, reverse: true, axis: 1)),
        Of("Map", static x => Ops.Map(static t => t * t, x), open: false),
        Of("Array", static x => Ops.Array(x)),
        Of("StopGradient", static x => Ops.StopGradient(x), gradient: false),
        Of("VectorizedMap", static x => Ops.VectorizedMap(static t => t * t, x), open: false),
    ];

    private static OpRow Of(string name, Func<Tensor, Tensor> op, bool gradient = true, bool open = true)
        => OpRow.OfCube(name, op, gradient, open);
}
