namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary><c>log(sum(exp(x)))</c> over axes, without overflow.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/math/#logsumexp-function"/>
    public static Tensor Logsumexp(Tensor x, Axis? axis = null, bool keepdims = false)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Logsumexp(wide, axis, keepdims), DType.Float16);
        }

        int[] axes = Axis.Resolve("Logsumexp", axis, x);
        Tensor max = Peak(x, axes);

        // An infinite maximum cannot be taken away: infinity less infinity is NaN.
        max = Where(Isfinite(max), max, 0);
        Tensor y = Log(Sum(Exp(x - max), axes, keepdims: true)) + max;
        return keepdims ? y : InsertedAxes(y, ShapeRules.Reduce(x.Shape, axes, keepDims: false));
    }
}
