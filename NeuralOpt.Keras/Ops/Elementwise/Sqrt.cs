using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Square root, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>Below 0 it is NaN.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#sqrt-function"/>
    public static Tensor Sqrt(Tensor x)
        => FormulaOp.Apply(UnaryKind.Sqrt, x, static (dy, y, x) => dy * 0.5 / y);

    /// <summary><c>1 / sqrt(x)</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/math/#rsqrt-function"/>
    public static Tensor Rsqrt(Tensor x)
        => FormulaOp.Apply(UnaryKind.Rsqrt, x, static (dy, y, x) => dy * -0.5 * y * y * y);

    /// <summary><c>1 / x</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#reciprocal-function"/>
    public static Tensor Reciprocal(Tensor x)
        => FormulaOp.Apply(UnaryKind.Reciprocal, x, static (dy, y, x) => -(dy * y * y));

    /// <summary>Cube root, of negative numbers too, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#cbrt-function"/>
    public static Tensor Cbrt(Tensor x) => Sign(Promotion.Floating(x)) * Power(Abs(Promotion.Floating(x)), 1.0 / 3);
}
