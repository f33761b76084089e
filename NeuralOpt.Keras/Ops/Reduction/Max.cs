using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Greatest element over axes.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <param name="initial">A value that takes part in every maximum; null for none.</param>
    /// <returns>The dtype of <paramref name="x"/>.</returns>
    /// <remarks>Equal maxima share the gradient, as in TensorFlow. NaN wins.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#max-function"/>
    public static Tensor Max(Tensor x, Axis? axis = null, bool keepdims = false, double? initial = null)
    {
        Tensor y = Op.Apply(new MaxOp(ReduceKind.Max, Axis.Resolve("Max", axis, x), keepdims), x);
        return initial is { } i ? Maximum(y, i) : y;
    }

    /// <summary>Least element over axes.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <param name="initial">A value that takes part in every minimum; null for none.</param>
    /// <returns>The dtype of <paramref name="x"/>.</returns>
    /// <remarks>Equal minima share the gradient, as in TensorFlow. NaN wins.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#min-function"/>
    public static Tensor Min(Tensor x, Axis? axis = null, bool keepdims = false, double? initial = null)
    {
        Tensor y = Op.Apply(new MaxOp(ReduceKind.Min, Axis.Resolve("Min", axis, x), keepdims), x);
        return initial is { } i ? Minimum(y, i) : y;
    }

    private sealed class MaxOp(ReduceKind kind, int[] axes, bool keepDims) : ReduceOp(kind, axes, keepDims)
    {
        internal override TensorSpec Infer(TensorSpec[] x)
            => Axes.All(a => x[0].Shape.At(a) != 0) ? base.Infer(x) : throw Mismatch("a reduced axis must not be empty", x);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            Tensor winners = Cast(Equal(x[0], Keep(y, x[0])), dy.DType);
            return [Multiply(winners, Divide(Keep(dy, x[0]), Sum(winners, Axes, keepdims: true)))];
        }
    }
}
