namespace NeuralOpt.Keras.Losses;

/// <summary>Sample weights and masks: how losses and metrics apply them to values.</summary>
internal static class Weighting
{
    /// <summary>Adds or removes a last axis of length 1 where the ranks differ by one.</summary>
    internal static (Tensor A, Tensor B) SameRank(Tensor a, Tensor b)
    {
        if (a.Rank == b.Rank + 1 && a.Shape.At(^1) == 1)
        {
            return b.Rank == 1 ? (a, Ops.ExpandDims(b, -1)) : (Ops.Squeeze(a, -1), b);
        }

        if (b.Rank == a.Rank + 1 && b.Shape.At(^1) == 1)
        {
            return a.Rank == 1 ? (Ops.ExpandDims(a, -1), b) : (a, Ops.Squeeze(b, -1));
        }

        return (a, b);
    }

    /// <summary>Labels and predictions of one rank, which must broadcast: of ranks that differ one would be repeated for every element of the other.</summary>
    internal static (Tensor A, Tensor B) Aligned(Tensor yTrue, Tensor yPred)
    {
        (Tensor a, Tensor b) = SameRank(yTrue, yPred);
        return ShapeRules.Broadcast(a.Shape, b.Shape) is not null && (a.Rank == b.Rank || a.Rank == 0 || b.Rank == 0)
            ? (a, b)
            : throw new ShapeException($"labels and predictions must have the same shape. Received shapes: {yTrue.Shape}, {yPred.Shape}.");
    }

    /// <summary>Weights a sample's losses and joins them.</summary>
    internal static Tensor Reduce(Tensor values, Tensor? sampleWeight, Tensor? mask, string? reduction)
    {
        if (values.DType == DType.Float16)
        {
            // A sum of float16 would soon be infinite.
            return Ops.Cast(Reduce(Ops.Cast(values, DType.Float32), sampleWeight, mask, reduction), DType.Float16);
        }

        if (WithMask(sampleWeight, mask, values.DType, reduction is "mean" or "sum_over_batch_size") is { } weight)
        {
            (values, sampleWeight) = SameRank(values, weight);
            values *= sampleWeight;
        }

        if (reduction is null or "none" || values.Rank == 0 || values.Shape == 0)
        {
            return values;
        }

        Tensor sum = Ops.Sum(values);
        return reduction == "sum" || !values.Shape.IsKnown ? sum
            : reduction == "mean_with_sample_weight" && sampleWeight is not null ? DivideNoNan(sum, Ops.Sum(sampleWeight))
            : values.Size == 0 ? sum
            : sum / (double)values.Size;
    }

    /// <summary>Weights with the masked elements at 0. <paramref name="rescale"/> makes a mean over all elements one over the valid ones.</summary>
    internal static Tensor? WithMask(Tensor? sampleWeight, Tensor? mask, DType dtype, bool rescale)
    {
        Tensor? weight = sampleWeight is null ? null : Ops.Cast(sampleWeight, dtype);
        if (mask is null)
        {
            return weight;
        }

        Tensor valid = Ops.Cast(mask, dtype);
        if (rescale && valid.Shape.IsKnown)
        {
            valid *= DivideNoNan(Ops.Full(default, (double)valid.Size, dtype), Ops.Sum(valid));
        }

        if (weight is null)
        {
            return valid;
        }

        (valid, weight) = SameRank(valid, weight);
        return weight * valid;
    }

    /// <summary>The quotient, 0 where the divisor is 0.</summary>
    internal static Tensor DivideNoNan(Tensor a, Tensor b)
    {
        Tensor zero = Ops.Equal(b, 0.0);
        return Ops.Where(zero, 0.0, a / Ops.Where(zero, 1.0, b));
    }
}
