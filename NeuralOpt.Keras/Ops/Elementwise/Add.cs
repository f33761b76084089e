using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Sum of two tensors, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#add-function"/>
    public static Tensor Add(Tensor x1, Tensor x2) => BinaryOp.Apply(new AddOp(), x1, x2);

    private sealed class AddOp() : BinaryOp(BinaryKind.Add)
    {
        protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b) => [dy, dy];
    }
}
