using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Difference of two tensors, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#subtract-function"/>
    public static Tensor Subtract(Tensor x1, Tensor x2) => BinaryOp.Apply(new SubtractOp(), x1, x2);

    private sealed class SubtractOp() : BinaryOp(BinaryKind.Subtract)
    {
        protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b) => [dy, Negative(dy)];
    }
}
