namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Piecewise linear sigmoid: <c>relu6(x + 3) / 6</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#hard_sigmoid-function"/>
    public static Tensor HardSigmoid(Tensor x) => Relu6(Promotion.Floating(x) + 3) / 6;

    /// <summary>Piecewise quadratic swish: <c>x * hard_sigmoid(x)</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#hard_silu-function"/>
    public static Tensor HardSilu(Tensor x) => x * HardSigmoid(x);

    /// <summary>Piecewise quadratic swish; the same as <see cref="HardSilu"/>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#hard_silu-function"/>
    public static Tensor HardSwish(Tensor x) => HardSilu(x);

    /// <summary>Piecewise linear tangent: x brought into [-1, 1], element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#hard_tanh-function"/>
    public static Tensor HardTanh(Tensor x) => Clip(Promotion.Floating(x), -1, 1);
}
