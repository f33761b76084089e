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
        int length = Math.Max(minlength, x.Size == 0 ? 0 : Lengths.Of("Bincount", Enumerable.Range(0, x.Size).Max(i => (long)Lengths.Whole("Bincount", "a number", x.ReadDouble(i))) + 1));
        Tensor counted = weights ?? OnesLike(x, DType.Int32);
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
    /// <param name="range">Lower end of the first bin and upper end of the last; null for the least and greatest element. Elements outside are not counted.</param>
    /// <returns>(bins) the counts, and (bins + 1) the edges, both in the dtype of <paramref name="x"/>. The last bin has both its edges.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#histogram-function"/>
    public static (Tensor Counts, Tensor Edges) Histogram(Tensor x, int bins = 10, (double Low, double High)? range = null)
    {
        if (bins < 1)
        {
            throw new KerasArgumentException($"Histogram: bins must be at least 1. Received: {bins}.");
        }

        if (range is { } r && !(r.Low <= r.High))
        {
            throw new KerasArgumentException($"Histogram: the range must not descend. Received: ({r.Low}, {r.High}).");
        }

        x = Promotion.Floating(Ravel(x));
        (Tensor low, Tensor high) = range is { } given ? ((Tensor)given.Low, (Tensor)given.High) : (Min(x), Max(x));
        Tensor edges = Linspace(low, high, Lengths.Of("Histogram", bins + 1L), dtype: x.DType);
        Tensor inside = Cast(GreaterEqual(x, low), DType.Int32) * Cast(LessEqual(x, high), DType.Int32);
        Tensor bin = Searchsorted(SliceAxis(edges, 0, 1, bins), x, "right");
        return (SegmentSum(Cast(inside, x.DType), bin, bins), edges);
    }
}
