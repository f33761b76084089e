using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The elements with the other sign.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#negative-function"/>
    public static Tensor Negative(Tensor x) => Op.Apply(new NegativeOp(), x);

    private sealed class NegativeOp() : ElementwiseOp(UnaryKind.Negate)
    {
        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [Negative(dy)];
    }
}
