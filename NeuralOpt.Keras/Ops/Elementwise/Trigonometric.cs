using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Sine of an angle in radians, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#sin-function"/>
    public static Tensor Sin(Tensor x)
        => FormulaOp.Apply(UnaryKind.Sin, x, static (dy, y, x) => dy * Cos(x));

    /// <summary>Cosine of an angle in radians, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#cos-function"/>
    public static Tensor Cos(Tensor x)
        => FormulaOp.Apply(UnaryKind.Cos, x, static (dy, y, x) => -(dy * Sin(x)));

    /// <summary>Tangent of an angle in radians, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#tan-function"/>
    public static Tensor Tan(Tensor x)
        => FormulaOp.Apply(UnaryKind.Tan, x, static (dy, y, x) => dy * (1 + (y * y)));

    /// <summary>Angle in radians whose sine is x, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#arcsin-function"/>
    public static Tensor Arcsin(Tensor x)
        => FormulaOp.Apply(UnaryKind.Asin, x, static (dy, y, x) => dy * Rsqrt(1 - (x * x)));

    /// <summary>Angle in radians whose cosine is x, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#arccos-function"/>
    public static Tensor Arccos(Tensor x)
        => FormulaOp.Apply(UnaryKind.Acos, x, static (dy, y, x) => -(dy * Rsqrt(1 - (x * x))));

    /// <summary>Angle in radians whose tangent is x, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#arctan-function"/>
    public static Tensor Arctan(Tensor x)
        => FormulaOp.Apply(UnaryKind.Atan, x, static (dy, y, x) => dy / (1 + (x * x)));
}
