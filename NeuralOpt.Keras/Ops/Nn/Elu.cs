namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Exponential linear unit: <c>x</c> above 0, else <c>alpha (exp(x) - 1)</c>; element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="alpha">Minus the limit for small x; 1 by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#elu-function"/>
    /// <seealso href="https://arxiv.org/abs/1511.07289"/>
    public static Tensor Elu(Tensor x, double alpha = 1)
    {
        x = Promotion.Floating(x);

        // The branch that is not taken must not overflow: its gradient would be 0 times infinity.
        return Where(GreaterEqual(x, 0), x, alpha * Expm1(Minimum(x, 0)));
    }

    /// <summary>Continuously differentiable exponential linear unit: <c>max(x, 0) + min(alpha (exp(x / alpha) - 1), 0)</c>; element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="alpha">Minus the limit for small x; 1 by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#celu-function"/>
    /// <seealso href="https://arxiv.org/abs/1704.07483"/>
    public static Tensor Celu(Tensor x, double alpha = 1)
    {
        x = Promotion.Floating(x);
        return Maximum(x, 0) + (alpha * Expm1(Minimum(x, 0) / alpha));
    }

    /// <summary>Scaled exponential linear unit: <c>1.0507 elu(x, 1.6733)</c>, which keeps mean 0 and variance 1; element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#selu-function"/>
    /// <seealso href="https://arxiv.org/abs/1706.02515"/>
    public static Tensor Selu(Tensor x) => 1.0507009873554804934193349852946 * Elu(x, 1.6732632423543772848170429916717);
}
