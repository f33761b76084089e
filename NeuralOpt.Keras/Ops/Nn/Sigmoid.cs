using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Logistic function: <c>1 / (1 + exp(-x))</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype; every value is in [0, 1].</returns>
    /// <remarks>The result remembers <paramref name="x"/>: a cross-entropy of it is computed from there, without loss of digits.</remarks>
    /// <seealso href="https://keras.io/api/ops/nn/#sigmoid-function"/>
    public static Tensor Sigmoid(Tensor x)
    {
        x = Promotion.Floating(x);
        Tensor y = FormulaOp.Apply(UnaryKind.Sigmoid, x, static (dy, y, x) => dy * (y * (1 - y)));
        y.Logits = x;
        return y;
    }

    /// <summary>Logarithm of the logistic function: <c>-log(1 + exp(-x))</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#log_sigmoid-function"/>
    public static Tensor LogSigmoid(Tensor x) => -Softplus(-Promotion.Floating(x));

    /// <summary>Softplus, a smooth ReLU: <c>log(1 + exp(x))</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>Computed as <c>max(x, 0) + log1p(exp(-|x|))</c>, so that large inputs do not overflow.</remarks>
    /// <seealso href="https://keras.io/api/ops/nn/#softplus-function"/>
    public static Tensor Softplus(Tensor x) => FormulaOp.Apply(UnaryKind.Softplus, x, static (dy, y, x) => dy * Sigmoid(x));
}
