using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Exponential, <c>e^x</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#exp-function"/>
    public static Tensor Exp(Tensor x)
        => FormulaOp.Apply(UnaryKind.Exp, x, static (dy, y, x) => dy * y);

    /// <summary>Power of two, <c>2^x</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#exp2-function"/>
    public static Tensor Exp2(Tensor x)
        => FormulaOp.Apply(UnaryKind.Exp2, x, static (dy, y, x) => dy * y * Math.Log(2));

    /// <summary><c>e^x - 1</c>, exact also near 0, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#expm1-function"/>
    public static Tensor Expm1(Tensor x)
        => FormulaOp.Apply(UnaryKind.Expm1, x, static (dy, y, x) => dy * (y + 1));
}
