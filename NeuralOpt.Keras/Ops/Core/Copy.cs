using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The same values in memory of their own.</summary>
    /// <param name="x">Any tensor.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#copy-function"/>
    public static Tensor Copy(Tensor x) => Op.Apply(new CopyOp(), x);

    /// <summary>Elements, ranges, masks: the same as <c>x[key]</c>.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="key">One entry for each axis from the first on; see <see cref="Keras.Slice"/>.</param>
    /// <returns>The dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#get_item-function"/>
    public static Tensor GetItem(Tensor x, params Slice?[] key) => Indexing.Get(Guard.NotNull(x), Guard.NotNull(key));

    private sealed class CopyOp : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => x[0];

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Cast();

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [dy];
    }
}
