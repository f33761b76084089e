using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Maximum over axes.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <param name="initial">A value that takes part in every maximum; null for none.</param>
    /// <returns>The dtype of <paramref name="x"/>.</returns>
    /// <remarks>Equal maxima share the gradient, as in TensorFlow. NaN wins.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#max-function"/>
    public static Tensor Max(Tensor x, Axis? axis = null, bool keepdims = false, double? initial = null)
        => Extremum("Max", ReduceKind.Max, x, axis, keepdims, initial);

    /// <summary>Least element over axes.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <param name="initial">A value that takes part in every minimum; null for none.</param>
    /// <returns>The dtype of <paramref name="x"/>.</returns>
    /// <remarks>Equal minima share the gradient, as in TensorFlow. NaN wins.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#min-function"/>
    public static Tensor Min(Tensor x, Axis? axis = null, bool keepdims = false, double? initial = null)
        => Extremum("Min", ReduceKind.Min, x, axis, keepdims, initial);

    private static Tensor Extremum(string op, ReduceKind kind, Tensor x, Axis? axis, bool keepdims, double? initial)
    {
        int[] axes = Axis.Resolve(op, axis, x);
        if (initial is not { } first)
        {
            return Op.Apply(new MaxOp(kind, axes, keepdims), x);
        }

        // A whole number stays with integers.
        Tensor start = x.DType.IsFloating() || double.IsInteger(first) ? Promotion.To(first, x.DType, op) : first;
        if (System.Array.Exists(axes, a => x.Shape.At(a) == 0))
        {
            return Full(ShapeRules.Reduce(x.Shape, axes, keepdims), start);
        }

        Tensor y = Op.Apply(new MaxOp(kind, axes, keepdims), x);
        return kind == ReduceKind.Max ? Maximum(y, start) : Minimum(y, start);
    }

    /// <summary>The largest elements, of which an exponential is to be taken; that of no elements is -infinity.</summary>
    private static Tensor Peak(Tensor x, int[] axes)
        => StopGradient(Max(x, axes, keepdims: true, System.Array.Exists(axes, a => x.Shape.At(a) == 0) ? double.NegativeInfinity : null));

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
