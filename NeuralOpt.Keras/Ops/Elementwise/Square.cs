using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Square, element by element.</summary>
    /// <param name="x">Numbers; bools become int32.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#square-function"/>
    public static Tensor Square(Tensor x) => Op.Apply(new SquareOp(), Guard.NotNull(x).DType == DType.Bool ? Cast(x, DType.Int32) : x);

    private sealed class SquareOp() : ElementwiseOp(UnaryKind.Square)
    {
        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [dy * 2 * x[0]];
    }
}
