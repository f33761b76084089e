using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Product of two tensors, element by element, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#multiply-function"/>
    public static Tensor Multiply(Tensor x1, Tensor x2) => BinaryOp.Apply(new MultiplyOp(), x1, x2);

    private sealed class MultiplyOp() : BinaryOp(BinaryKind.Multiply)
    {
        protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b) => [Multiply(dy, b), Multiply(dy, a)];
    }
}
