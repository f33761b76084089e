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
        int[] order = axes is { } a ? [.. a.Select(i => Axis.One("Transpose", i, x))] : Reversed(Guard.NotNull(x).Rank);
        return order.Length == x.Rank && IsAscending(order) ? x : Op.Apply(new TransposeOp(order), x);
    }

    private static bool IsAscending(int[] order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            if (order[i] != i)
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Reversed(int rank)
    {
        int[] axes = Axis.All(rank);
        System.Array.Reverse(axes);
        return axes;
    }

    private sealed class TransposeOp(int[] order) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
        {
            Shape shape = x[0].Shape;
            int?[] dims = new int?[shape.Rank];
            bool fits = order.Length == dims.Length;
            for (int i = 0; fits && i < dims.Length; i++)
            {
                fits = System.Array.IndexOf(order, order[i]) == i;
                dims[i] = shape.At(order[i]);
            }

            return fits
                ? x[0] with { Shape = Shape.Own(dims) }
                : throw Mismatch($"axes must name every axis once, not ({string.Join(", ", order)})", x);
        }

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.Transpose(Axes.Own(order));

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
