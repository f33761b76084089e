namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Brings the norm over an axis to 1: <c>x / max(norm(x), epsilon)</c>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axes over which the norm is taken; the last by default.</param>
    /// <param name="order">Order of the norm; 2 by default.</param>
    /// <param name="epsilon">Least norm; null for 1e-7.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#normalize-function"/>
    public static Tensor Normalize(Tensor x, Axis? axis = null, double order = 2, double? epsilon = null)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Normalize(wide, axis, order, epsilon), DType.Float16);
        }

        Axis axes = axis ?? -1;
        double least = epsilon ?? Fuzz;
        return order == 2
            ? x * Minimum(Rsqrt(Sum(Square(x), axes, keepdims: true)), 1 / least)
            : x / Maximum(Norm(x, order, axes, keepdims: true), least);
    }

    /// <summary>Peak signal-to-noise ratio in decibels: <c>20 log10(maxVal) - 10 log10(mean((x1 - x2)^2))</c>.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers of the same shape.</param>
    /// <param name="maxVal">The maximum possible value.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#psnr-function"/>
    public static Tensor Psnr(Tensor x1, Tensor x2, double maxVal)
        => Guard.NotNull(x1).Shape.IsCompatibleWith(Guard.NotNull(x2).Shape)
            ? (20 * Math.Log10(maxVal)) - (10 * Log10(Mean(Square(Promotion.Floating(x1) - x2))))
            : throw new ShapeException($"Psnr: both must have one shape. Received shapes: {x1.Shape}, {x2.Shape}.");
}
