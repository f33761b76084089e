using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>Brings weighted values of any shape down to one value a sample.</summary>
internal static class Samplewise
{
    /// <param name="values">(batch, ...), or a scalar.</param>
    /// <param name="sampleWeight">Of lower or equal rank; null for 1.</param>
    /// <param name="mean">Whether the further axes are averaged rather than added up.</param>
    /// <param name="dtype">Type of the computation.</param>
    /// <returns>One value a sample, weighted, and the samples' weights.</returns>
    internal static (Tensor Values, Tensor? Weight) Reduce(Tensor values, Tensor? sampleWeight, bool mean, DType dtype)
    {
        Tensor? mask = Guard.NotNull(values, "Metric").Mask;
        values = Ops.Cast(values, dtype);
        Tensor? weight = sampleWeight is null ? null : Weighting.WithMask(sampleWeight, mask, dtype, rescale: false);
        if (weight is not null)
        {
            (values, weight) = Weighting.SameRank(values, weight);
            int rank = weight.Rank;
            values = Over(values, rank, mean);
            weight = Ops.BroadcastTo(weight, values.Shape);
            values *= weight;
            weight = rank > 1 ? Over(weight, 1, mean) : weight;
        }

        return (Over(values, 1, mean), weight);
    }

    private static Tensor Over(Tensor x, int from, bool mean)
    {
        if (x.Rank <= from)
        {
            return x;
        }

        int[] axes = [.. Enumerable.Range(from, x.Rank - from)];
        return mean ? Ops.Mean(x, axes) : Ops.Sum(x, axes);
    }
}
