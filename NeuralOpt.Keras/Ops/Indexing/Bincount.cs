namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>How often each whole number occurs, or the sum of its weights.</summary>
    /// <param name="x">(n) or (batch, n), integers of at least 0.</param>
    /// <param name="weights">What each element counts, the shape of <paramref name="x"/>; null for 1.</param>
    /// <param name="minlength">Least length of the result.</param>
    /// <param name="sparse">Must be false: there are no sparse tensors.</param>
    /// <returns>(max + 1) or (batch, max + 1): int32, or the dtype of the weights. The length follows from the values, so these must be real.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#bincount-function"/>
    public static Tensor Bincount(Tensor x, Tensor? weights = null, int minlength = 0, bool sparse = false)
    {
        RefuseSparse("Bincount", sparse);
        if (Guard.NotNull(x).Rank is not (1 or 2))
        {
            throw new ShapeException($"Bincount: x must be (n) or (batch, n). Received shape: {x.Shape}.");
        }

        x = IndexChecks.Whole("Bincount", "the numbers", x);
        long greatest = -1;
        for (int i = 0; i < x.Size; i++)
        {
            double value = x.ReadDouble(i);
            greatest = value >= 0
                ? Math.Max(greatest, (long)value)
                : throw new KerasArgumentOutOfRangeException($"Bincount: the numbers must be at least 0. Received: {value}.");
        }

        int length = Math.Max(Guard.AtLeast(0, minlength, "Bincount", "minlength"), Lengths.Of("Bincount", greatest + 1));
        Tensor counted = weights ?? OnesLike(x, DType.Int32);
        if (!counted.Shape.IsCompatibleWith(x.Shape))
        {
            throw new ShapeException($"Bincount: the weights must have the shape of x. Received shapes: {x.Shape}, {counted.Shape}.");
        }

        if (x.Rank == 1)
        {
            return SegmentSum(counted, x, length);
        }

        Tensor hits = Equal(ExpandDims(x, -1), Cast(Arange(length), x.DType));
        return Sum(Multiply(Cast(hits, counted.DType), ExpandDims(counted, -1)), -2);
    }

    /// <summary>How many elements lie in each of equally wide bins.</summary>
    /// <param name="x">Numbers, any shape.</param>
    /// <param name="bins">Number of bins.</param>
    /// <param name="range">Lower end of the first bin and upper end of the last; null for the least and largest element. Elements outside are not counted.</param>
    /// <returns>(bins) the counts, and (bins + 1) the edges, both in the dtype of <paramref name="x"/>. The last bin has both its edges.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#histogram-function"/>
    public static (Tensor Counts, Tensor Edges) Histogram(Tensor x, int bins = 10, (double Low, double High)? range = null)
    {
        if (bins < 1)
        {
            throw new KerasArgumentException($"Histogram: bins must be at least 1. Received: {bins}.");
        }

        if (range is { } r && !(r.Low <= r.High && double.IsFinite(r.High - r.Low)))
        {
            throw new KerasArgumentException($"Histogram: the range must be finite and must not descend. Received: ({r.Low}, {r.High}).");
        }

        x = Promotion.Floating(Ravel(x));
        (Tensor low, Tensor high) = range is { } given ? (given.Low, given.High) : x.Shape.At(0) == 0 ? (0.0, 1.0) : (Min(x), Max(x));
        if (range is null && low.IsConcrete && !double.IsFinite(low.Item() - high.Item()))
        {
            throw new KerasArgumentException($"Histogram: without a range the elements must be finite. Received: elements from {low.Item()} to {high.Item()}.");
        }

        Tensor edges = Linspace(low, high, Lengths.Of("Histogram", bins + 1L), dtype: x.DType);
        Tensor inside = Cast(GreaterEqual(x, low), DType.Int32) * Cast(LessEqual(x, high), DType.Int32);
        Tensor bin = Searchsorted(SliceAxis(edges, 0, 1, bins), x, "right");
        return (SegmentSum(Cast(inside, x.DType), bin, bins), edges);
    }
}
