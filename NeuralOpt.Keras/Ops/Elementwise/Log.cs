using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Natural logarithm, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>Below 0 it is NaN, at 0 minus infinity.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#log-function"/>
    public static Tensor Log(Tensor x)
        => FormulaOp.Apply(UnaryKind.Log, x, static (dy, y, x) => dy / x);

    /// <summary>Logarithm to base 2, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#log2-function"/>
    public static Tensor Log2(Tensor x)
        => FormulaOp.Apply(UnaryKind.Log2, x, static (dy, y, x) => dy / (x * Math.Log(2)));

    /// <summary>Logarithm to base 10, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#log10-function"/>
    public static Tensor Log10(Tensor x)
        => FormulaOp.Apply(UnaryKind.Log10, x, static (dy, y, x) => dy / (x * Math.Log(10)));

    /// <summary><c>log(1 + x)</c>, exact also near 0, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#log1p-function"/>
    public static Tensor Log1p(Tensor x)
        => FormulaOp.Apply(UnaryKind.Log1p, x, static (dy, y, x) => dy / (x + 1));
}
