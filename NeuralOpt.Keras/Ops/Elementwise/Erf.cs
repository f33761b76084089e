using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Error function, <c>2 / sqrt(pi)</c> times the integral of <c>exp(-t^2)</c> from 0 to x, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/math/#erf-function"/>
    public static Tensor Erf(Tensor x)
        => FormulaOp.Apply(UnaryKind.Erf, x, static (dy, y, x) => dy * (2 / Math.Sqrt(Math.PI)) * Exp(-(x * x)));

    /// <summary><c>1 - erf(x)</c>, exact also for large x, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/math/#erfc-function"/>
    public static Tensor Erfc(Tensor x)
        => FormulaOp.Apply(UnaryKind.Erfc, x, static (dy, y, x) => dy * (-2 / Math.Sqrt(Math.PI)) * Exp(-(x * x)));

    /// <summary>Inverse of the error function, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>Defined in (-1, 1); infinite at -1 and 1.</remarks>
    /// <seealso href="https://keras.io/api/ops/math/#erfinv-function"/>
    public static Tensor Erfinv(Tensor x)
        => FormulaOp.Apply(UnaryKind.ErfInv, x, static (dy, y, x) => dy * (Math.Sqrt(Math.PI) / 2) * Exp(y * y));
}
