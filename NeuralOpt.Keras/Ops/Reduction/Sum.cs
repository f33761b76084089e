using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Sum over axes.</summary>
    /// <param name="x">Numbers; bools are counted.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The dtype of <paramref name="x"/>; bool and small integers give int32.</returns>
    /// <remarks>Summed in blocks, in an order that does not depend on the number of threads.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#sum-function"/>
    public static Tensor Sum(Tensor x, Axis? axis = null, bool keepdims = false)
    {
        if (Promotion.Widened(Guard.NotNull(x)) is { } wide)
        {
            return Cast(Sum(wide, axis, keepdims), DType.Float16);
        }

        x = x.DType is DType.Bool or DType.UInt8 or DType.Int8 or DType.Int16 or DType.UInt16 ? Cast(x, DType.Int32) : x;
        return Op.Apply(new SumOp(Axis.Resolve("Sum", axis, x), keepdims), x);
    }

    private sealed class SumOp(int[] axes, bool keepDims) : ReduceOp(ReduceKind.Sum, axes, keepDims)
    {
        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [BroadcastTo(Keep(dy, x[0]), x[0].Shape)];
    }
}
