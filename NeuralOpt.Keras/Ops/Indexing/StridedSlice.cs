using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Elements <c>start[i] + k * step[i]</c> of each axis, <c>length[i]</c> of them, or all that follow. All are in range already.</summary>
    internal static Tensor Strided(Tensor x, int[] start, int[] step, int?[] length)
        => Strided(x, [.. start.Select((s, i) => AxisRange.Of(s, step[i], length[i]))]);

    /// <summary>A range of each axis; those of one index stay, with length 1.</summary>
    internal static Tensor Strided(Tensor x, AxisRange[] ranges)
        => System.Array.TrueForAll(ranges, static r => r == AxisRange.All) ? x : Op.Apply(new StridedSliceOp(ranges), x);

    /// <summary>Elements from <paramref name="start"/> up to <paramref name="stop"/> of one axis.</summary>
    internal static Tensor SliceAxis(Tensor x, int axis, int start, int stop)
    {
        AxisRange[] ranges = new AxisRange[x.Rank];
        System.Array.Fill(ranges, AxisRange.All);
        ranges[axis] = AxisRange.Of(start, 1, stop - start);
        return Strided(x, ranges);
    }

    /// <summary>Reverses axes.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#flip-function"/>
    public static Tensor Flip(Tensor x, Axis? axis = null) => Op.Apply(new FlipOp(Axis.Resolve("Flip", axis, x)), x);

    // Keeps the ranges, not what came of them: a model's description is run again with real lengths.
    private sealed class StridedSliceOp(AxisRange[] ranges) : Op
    {
        internal override string Name => "Slice";

        internal override TensorSpec Infer(TensorSpec[] x)
        {
            int?[] dims = new int?[ranges.Length];
            for (int i = 0; i < dims.Length; i++)
            {
                dims[i] = ranges[i].LengthOf(i, x[0].Shape.At(i));
            }

            return x[0] with { Shape = Shape.Own(dims) };
        }

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y)
        {
            Span<int> start = ranges.Length <= 16 ? stackalloc int[ranges.Length] : new int[ranges.Length];
            Span<int> step = ranges.Length <= 16 ? stackalloc int[ranges.Length] : new int[ranges.Length];
            for (int i = 0; i < ranges.Length; i++)
            {
                start[i] = ranges[i].Resolve(i, x[0].Shape[i]).Start;
                step[i] = ranges[i].Step;
            }

            return new StridedSlice(Axes.Create(start), Axes.Create(step));
        }

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            int rank = ranges.Length;
            int[] reversed = [.. Enumerable.Range(0, rank).Where(i => ranges[i].Step < 0)];
            Tensor d = reversed.Length == 0 ? dy : Flip(dy, reversed);
            int[] low = new int[rank];
            int[] high = new int[rank];
            int[] interior = new int[rank];
            for (int i = 0; i < rank; i++)
            {
                int size = x[0].Shape[i];
                int step = ranges[i].Step;
                (int start, int n) = ranges[i].Resolve(i, size);
                interior[i] = Math.Abs(step) - 1;
                low[i] = n == 0 ? 0 : step > 0 ? start : start + ((n - 1) * step);
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
