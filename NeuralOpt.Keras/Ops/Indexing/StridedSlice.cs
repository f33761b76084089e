using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Elements <c>start[i] + k * step[i]</c> of each axis, <c>length[i]</c> of them. All are in range already.</summary>
    internal static Tensor Strided(Tensor x, int[] start, int[] step, int?[] length) => Op.Apply(new StridedSliceOp(start, step, length), x);

    /// <summary>Elements from <paramref name="start"/> up to <paramref name="stop"/> of one axis.</summary>
    internal static Tensor SliceAxis(Tensor x, int axis, int start, int stop)
    {
        int[] starts = new int[x.Rank];
        int[] steps = new int[x.Rank];
        Array.Fill(steps, 1);
        starts[axis] = start;
        return Strided(x, starts, steps, [.. x.Shape.With(axis, stop - start)]);
    }

    /// <summary>Reverses axes.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#flip-function"/>
    public static Tensor Flip(Tensor x, Axis? axis = null) => Op.Apply(new FlipOp(Axis.Resolve("Flip", axis, x.Rank)), x);

    private sealed class StridedSliceOp(int[] start, int[] step, int?[] length) : Op
    {
        internal override string Name => "Slice";

        internal override TensorSpec Infer(TensorSpec[] x) => x[0] with { Shape = length };

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new StridedSlice(Axes.Of(start), Axes.Of(step));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            int[] reversed = [.. Enumerable.Range(0, start.Length).Where(i => step[i] < 0)];
            Tensor d = reversed.Length == 0 ? dy : Flip(dy, reversed);
            int rank = start.Length;
            int[] low = new int[rank];
            int[] high = new int[rank];
            int[] interior = new int[rank];
            for (int i = 0; i < rank; i++)
            {
                int n = y.Shape[i]!.Value;
                int size = x[0].Shape[i]!.Value;
                interior[i] = Math.Abs(step[i]) - 1;
                low[i] = n == 0 ? 0 : step[i] > 0 ? start[i] : start[i] + ((n - 1) * step[i]);
                high[i] = size - low[i] - (n == 0 ? 0 : ((n - 1) * (interior[i] + 1)) + 1);
            }

            return [PadWith(d, low, high, interior, 0)];
        }
    }

    private sealed class FlipOp(int[] axes) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => x[0];

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Reverse(Axes.Of(axes));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [Flip(dy, axes)];
    }
}
