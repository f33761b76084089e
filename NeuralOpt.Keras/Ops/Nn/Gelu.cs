namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Gaussian error linear unit: <c>x P(N &lt;= x)</c> for a standard normal N, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="approximate">Whether to use <c>0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))</c>; true by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#gelu-function"/>
    /// <seealso href="https://arxiv.org/abs/1606.08415"/>
    public static Tensor Gelu(Tensor x, bool approximate = true)
    {
        x = Promotion.Floating(x);
        Tensor share = approximate
            ? Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * (x * x * x))))
            : Erf(x * Math.Sqrt(0.5));
        return 0.5 * x * (1 + share);
    }
}
