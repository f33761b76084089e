using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Whether any element holds, over axes.</summary>
    /// <param name="x">Any tensor; numbers count as <c>!= 0</c>.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#any-function"/>
    public static Tensor Any(Tensor x, Axis? axis = null, bool keepdims = false)
        => Op.Apply(new ConstantReduceOp(ReduceKind.Any, Axis.Resolve("Any", axis, x), keepdims), Cast(x, DType.Bool));

    /// <summary>Whether all elements hold, over axes.</summary>
    /// <param name="x">Any tensor; numbers count as <c>!= 0</c>.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#all-function"/>
    public static Tensor All(Tensor x, Axis? axis = null, bool keepdims = false)
        => Op.Apply(new ConstantReduceOp(ReduceKind.All, Axis.Resolve("All", axis, x), keepdims), Cast(x, DType.Bool));

    /// <summary>Number of elements that are not 0, over axes.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <returns>int32.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#count_nonzero-function"/>
    public static Tensor CountNonzero(Tensor x, Axis? axis = null) => Sum(Cast(x, DType.Bool), axis);

    private sealed class ConstantReduceOp(ReduceKind kind, int[] axes, bool keepDims) : ReduceOp(kind, axes, keepDims)
    {
        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null];
    }
}
