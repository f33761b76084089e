using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Power, <c>x1 ^ x2</c>, element by element, broadcast.</summary>
    /// <param name="x1">The base.</param>
    /// <param name="x2">The exponent; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <remarks>Where the base is not above 0, the exponent's gradient is 0, as in TensorFlow.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Integers meet an exponent below 0: cast them to a floating-point dtype first.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#power-function"/>
    public static Tensor Power(Tensor x1, Tensor x2) => BinaryOp.Apply(new PowerOp(), x1, x2);

    private sealed class PowerOp() : BinaryOp(BinaryKind.Power)
    {
        protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b)
        {
            Tensor positive = Greater(a, 0);
            Tensor log = Where(positive, Log(Where(positive, a, 1)), 0);
            return [dy * Where(Equal(b, 0), 0, b * Power(a, b - 1)), dy * y * log];
        }
    }
}
