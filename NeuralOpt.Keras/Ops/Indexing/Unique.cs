namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The different elements, in ascending order, NaN last.</summary>
    /// <param name="x">Real numbers: how many there are follows from the values.</param>
    /// <param name="sorted">Whether they are in order; they always are.</param>
    /// <param name="axis">The axis whose slices are compared; null compares the elements.</param>
    /// <param name="size">Length of the result: more is cut, less is filled; null for as many as there are.</param>
    /// <param name="fillValue">What fills; null for the least element.</param>
    /// <returns>The dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#unique-function"/>
    public static Tensor Unique(Tensor x, bool sorted = true, int? axis = null, int? size = null, Tensor? fillValue = null)
        => Unique(x, sorted, returnIndex: false, returnInverse: false, returnCounts: false, axis, size, fillValue)[0];

    /// <summary>The different elements, in ascending order, with what else is asked for.</summary>
    /// <param name="x">Real numbers: how many there are follows from the values.</param>
    /// <param name="sorted">Whether they are in order; they always are.</param>
    /// <param name="returnIndex">Whether to return where each occurs first.</param>
    /// <param name="returnInverse">Whether to return the number of each element of <paramref name="x"/> in the result.</param>
    /// <param name="returnCounts">Whether to return how often each occurs.</param>
    /// <param name="axis">The axis whose slices are compared; null compares the elements.</param>
    /// <param name="size">Length of the result: more is cut, less is filled; null for as many as there are.</param>
    /// <param name="fillValue">What fills; null for the least element.</param>
    /// <returns>The different elements, then, in this order and where asked for, the int32 indices, inverse and counts.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#unique-function"/>
    public static Tensor[] Unique(Tensor x, bool sorted, bool returnIndex, bool returnInverse, bool returnCounts, int? axis = null, int? size = null, Tensor? fillValue = null)
    {
        if (size < 0)
        {
            throw new KerasArgumentException($"Unique: size must be at least 0. Received: {size}.");
        }

        Tensor rows = axis is { } a ? Moveaxis(x, a, 0) : Reshape(x, (-1, 1));
        int length = rows.Shape[0];
        int width = length == 0 ? 1 : rows.Size / length;
        int[] order = [.. Enumerable.Range(0, length)];
        System.Array.Sort(order, (i, j) => Compare(rows, i, j, width) is var c && c != 0 ? c : i - j);

        List<int> first = [];
        List<int> counts = [];
        int[] inverse = new int[length];
        for (int i = 0; i < length; i++)
        {
            if (i == 0 || Compare(rows, order[i - 1], order[i], width) != 0)
            {
                first.Add(order[i]);
                counts.Add(0);
            }

            counts[^1]++;
            inverse[order[i]] = first.Count - 1;
        }

        int kept = size is { } s ? Math.Min(s, first.Count) : first.Count;
        Tensor values = Take(rows, first.Take(kept).ToArray(), 0);
        if (size is { } wanted && wanted > kept)
        {
            Tensor fill = fillValue is { } f ? Cast(f, x.DType) : SliceAxis(values, 0, 0, 1);
            values = Concatenate([values, BroadcastTo(fill, values.Shape.With(0, wanted - kept))]);
        }

        values = axis is { } back ? Moveaxis(values, 0, back) : Reshape(values, -1);
        return
        [
            values,
            .. returnIndex ? [Fit(first, kept, size)] : System.Array.Empty<Tensor>(),
            .. returnInverse ? [Reshape(inverse, axis is null ? x.Shape : Shape.Of(length))] : System.Array.Empty<Tensor>(),
            .. returnCounts ? [Fit(counts, kept, size)] : System.Array.Empty<Tensor>(),
        ];
    }

    private static Tensor Fit(List<int> values, int kept, int? size)
        => Tensor.From(values.Take(kept).Concat(Enumerable.Repeat(0, (size ?? kept) - kept)).ToArray());

    /// <summary>The order in which everything is sorted: NaN after all numbers, and equal to itself.</summary>
    private static int NanLast(double a, double b)
        => double.IsNaN(a) || double.IsNaN(b) ? double.IsNaN(a).CompareTo(double.IsNaN(b)) : a.CompareTo(b);

    private static int Compare(Tensor rows, int i, int j, int width)
    {
        for (int k = 0; k < width; k++)
        {
            (int a, int b) = ((i * width) + k, (j * width) + k);

            // Not every int64 is a double; and NaN comes last, as in NumPy.
            int c = rows.DType == DType.Int64 ? rows.Data<long>()[a].CompareTo(rows.Data<long>()[b]) : NanLast(rows.ReadDouble(a), rows.ReadDouble(b));
            if (c != 0)
            {
                return c;
            }
        }

        return 0;
    }
}
