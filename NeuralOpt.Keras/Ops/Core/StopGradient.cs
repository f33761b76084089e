using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The same values, through which no gradient flows.</summary>
    /// <param name="variable">Any tensor.</param>
    /// <returns>Shape and dtype of <paramref name="variable"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#stop_gradient-function"/>
    public static Tensor StopGradient(Tensor variable) => Op.Apply(new StopGradientOp(), variable);

    private sealed class StopGradientOp : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => x[0];

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Reshape();

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null];
    }
}
