using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Reorders the axes.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axes">Axis <c>i</c> of the result is axis <c>axes[i]</c> of <paramref name="x"/>; null reverses them.</param>
    /// <returns>The dtype of <paramref name="x"/>, its lengths reordered.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#transpose-function"/>
    public static Tensor Transpose(Tensor x, Axis? axes = null)
    {
        int[] order = axes is { } a ? [.. a.Select(i => Axis.One("Transpose", i, x.Rank))] : [.. Enumerable.Range(0, x.Rank).Reverse()];
        return order.SequenceEqual(Enumerable.Range(0, x.Rank)) ? x : Op.Apply(new TransposeOp(order), x);
    }

    private sealed class TransposeOp(int[] order) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
            => order.Length == x[0].Shape.Rank && order.Distinct().Count() == order.Length
                ? x[0] with { Shape = order.Select(i => x[0].Shape.At(i)).ToArray() }
                : throw Mismatch($"axes must name every axis once, not ({string.Join(", ", order)})", x);

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.Transpose(Axes.Of(order));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            int[] inverse = new int[order.Length];
            for (int i = 0; i < order.Length; i++)
            {
                inverse[order[i]] = i;
            }

            return [Ops.Transpose(dy, inverse)];
        }
    }
}
