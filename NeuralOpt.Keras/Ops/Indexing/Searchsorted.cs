using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Where values would have to be inserted into a sorted sequence, so that it stays sorted.</summary>
    /// <param name="sortedSequence">(n), ascending.</param>
    /// <param name="values">Any shape.</param>
    /// <param name="side"><c>"left"</c> before equal elements, or <c>"right"</c> after them.</param>
    /// <returns>int32, the shape of <paramref name="values"/>: places from 0 to n.</returns>
    /// <exception cref="ShapeException">The sequence does not have one axis.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#searchsorted-function"/>
    public static Tensor Searchsorted(Tensor sortedSequence, Tensor values, string side = "left")
    {
        if (side is not ("left" or "right"))
        {
            throw new KerasArgumentException($"Searchsorted: side must be 'left' or 'right'. Received: '{side}'.");
        }

        (Tensor sequence, Tensor sought) = Promotion.ByValue(sortedSequence, values);
        return Op.Apply(new SearchsortedOp(side == "right"), sequence, sought);
    }

    /// <summary>The number of the bin of each element: how many bin edges are not above it.</summary>
    /// <param name="x">Numbers, any shape.</param>
    /// <param name="bins">(n), the edges, ascending.</param>
    /// <returns>int32, the shape of <paramref name="x"/>: from 0 to n.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#digitize-function"/>
    public static Tensor Digitize(Tensor x, Tensor bins) => Searchsorted(bins, x, "right");

    private sealed class SearchsortedOp(bool right) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
            => x[0].Shape.Rank == 1 ? x[1] with { DType = DType.Int32 } : throw Mismatch("the sorted sequence must have one axis", x);

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => right
            ? new Host("SearchsortedRight", static (x, y) => Compute(x[0], x[1], y, static order => order <= 0))
            : new Host("SearchsortedLeft", static (x, y) => Compute(x[0], x[1], y, static order => order < 0));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null, null];

        private static int Order(Tensor sequence, int place, Tensor values, int i)
            => sequence.DType == DType.Int64
                ? sequence.Data<long>()[place].CompareTo(values.Data<long>()[i])
                : NanLast(sequence.ReadDouble(place), values.ReadDouble(i));

        private static void Compute(Tensor sequence, Tensor values, Tensor y, Func<int, bool> before)
        {
            Span<int> output = y.Data<int>();
            for (int i = 0; i < output.Length; i++)
            {
                (int low, int high) = (0, sequence.Size);
                while (low < high)
                {
                    int middle = low + ((high - low) / 2);
                    (low, high) = before(Order(sequence, middle, values, i)) ? (middle + 1, high) : (low, middle);
                }

                output[i] = low;
            }
        }
    }
}
