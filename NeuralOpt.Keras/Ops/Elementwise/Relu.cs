using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Rectified linear unit: <c>max(x, 0)</c>, element by element.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>At 0 the gradient is 0.</remarks>
    /// <seealso href="https://keras.io/api/ops/nn/#relu-function"/>
    public static Tensor Relu(Tensor x) => Op.Apply(new ReluOp(), x);

    private sealed class ReluOp() : ElementwiseOp(UnaryKind.Relu)
    {
        // From the output's sign, so that the input need not be kept.
        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [Where(Greater(y, 0), dy, 0)];
    }
}
