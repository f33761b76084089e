using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Hyperbolic sine, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#sinh-function"/>
    public static Tensor Sinh(Tensor x)
        => FormulaOp.Apply(UnaryKind.Sinh, x, static (dy, y, x) => dy * Cosh(x));

    /// <summary>Hyperbolic cosine, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#cosh-function"/>
    public static Tensor Cosh(Tensor x)
        => FormulaOp.Apply(UnaryKind.Cosh, x, static (dy, y, x) => dy * Sinh(x));

    /// <summary>Hyperbolic tangent, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#tanh-function"/>
    public static Tensor Tanh(Tensor x)
        => FormulaOp.Apply(UnaryKind.Tanh, x, static (dy, y, x) => dy * (1 - (y * y)));

    /// <summary>Inverse of the hyperbolic sine, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#arcsinh-function"/>
    public static Tensor Arcsinh(Tensor x)
        => FormulaOp.Apply(UnaryKind.Asinh, x, static (dy, y, x) => dy * Rsqrt((x * x) + 1));

    /// <summary>Inverse of the hyperbolic cosine, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>Below 1 it is NaN.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#arccosh-function"/>
    public static Tensor Arccosh(Tensor x)
        => FormulaOp.Apply(UnaryKind.Acosh, x, static (dy, y, x) => dy / Sinh(y));

    /// <summary>Inverse of the hyperbolic tangent, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>Outside (-1, 1) it is infinite or NaN.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#arctanh-function"/>
    public static Tensor Arctanh(Tensor x)
        => FormulaOp.Apply(UnaryKind.Atanh, x, static (dy, y, x) => dy / (1 - (x * x)));
}
