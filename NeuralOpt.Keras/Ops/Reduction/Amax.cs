namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Maximum over axes; the same as <see cref="Max"/>.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#amax-function"/>
    public static Tensor Amax(Tensor x, Axis? axis = null, bool keepdims = false) => Max(x, axis, keepdims);

    /// <summary>Least element over axes; the same as <see cref="Min"/>.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#amin-function"/>
    public static Tensor Amin(Tensor x, Axis? axis = null, bool keepdims = false) => Min(x, axis, keepdims);

    /// <summary>Range of the elements over axes: largest less least.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#ptp-function"/>
    public static Tensor Ptp(Tensor x, Axis? axis = null, bool keepdims = false) => Max(x, axis, keepdims) - Min(x, axis, keepdims);

    /// <summary>Mean over an axis, weighted.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axis; null for all.</param>
    /// <param name="weights">Of the shape of <paramref name="x"/>, or one for each element of the axis; null for equal weights.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The weights fit neither way.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#average-function"/>
    public static Tensor Average(Tensor x, int? axis = null, Tensor? weights = null)
    {
        Axis? axes = axis is { } one ? one : null;
        if (weights is not { } w)
        {
            return Mean(x, axes);
        }

        if (Promotion.Of([Guard.NotNull(x), w]) == DType.Float16)
        {
            return Cast(Average(Cast(x, DType.Float32), axis, Cast(w, DType.Float32)), DType.Float16);
        }

        w = Cast(w, Promotion.Of([x, w]));
        Tensor total = Sum(w, w.Rank == x.Rank ? axes : null);
        if (!w.Shape.IsCompatibleWith(x.Shape))
        {
            int a = Axis.One("Average", axis ?? 0, x);
            if (axis is null || w.Rank != 1 || (w.Shape.At(0) is { } n && x.Shape.At(a) is { } m && n != m))
            {
                throw new ShapeException($"Average: weights must have the shape of x, or one element for each of the axis. Received shapes: {x.Shape}, {w.Shape}.");
            }

            w = ExpandDims(w, Enumerable.Range(1, x.Rank - 1 - a).ToArray());
        }

        (x, w) = Promotion.Common(x, w);
        (x, w) = (Promotion.Floating(x), Promotion.Floating(w));
        return Sum(x * w, axes) / total;
    }
}
