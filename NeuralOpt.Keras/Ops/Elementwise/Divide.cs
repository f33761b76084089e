using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Quotient of two tensors, element by element, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape; floating point, float32 for integers.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#divide-function"/>
    public static Tensor Divide(Tensor x1, Tensor x2)
    {
        (Tensor a, Tensor b) = Promotion.Common(x1, x2);
        return Op.Apply(new DivideOp(), Promotion.Floating(a), Promotion.Floating(b));
    }

    private sealed class DivideOp() : BinaryOp(BinaryKind.Divide)
    {
        protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b)
        {
            Tensor da = Divide(dy, b);
            return [da, Negative(Multiply(da, y))];
        }
    }
}
