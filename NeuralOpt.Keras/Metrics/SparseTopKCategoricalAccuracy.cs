namespace NeuralOpt.Keras.Metrics;

/// <summary>How often an integer label is among the <c>k</c> classes with the highest predictions.</summary>
/// <param name="k">How many predictions count, at least 1.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <param name="fromSortedIds">Whether predictions are class numbers, best first, rather than one number a class.</param>
/// <seealso href="https://keras.io/api/metrics/accuracy_metrics/#sparsetopkcategoricalaccuracy-class"/>
public sealed class SparseTopKCategoricalAccuracy(
    int k = 5,
    string? name = "sparse_top_k_categorical_accuracy",
    string? dtype = null,
    bool fromSortedIds = false)
    : MeanMetricWrapper(name, dtype)
{
    /// <summary>How many predictions count, at least 1.</summary>
    public int K { get; } = Guard.Positive(k, nameof(SparseTopKCategoricalAccuracy), nameof(k));

    /// <summary>Whether predictions are class numbers, best first, rather than one number a class.</summary>
    public bool FromSortedIds => fromSortedIds;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
        => fromSortedIds
            ? Ops.Cast(Ops.Any(Ops.Equal(Ops.Cast(Ops.ExpandDims(Labels(yTrue, yPred), -1), DType.Int32), Ops.Cast(Ops.SliceAxis(yPred, yPred.Rank - 1, 0, K), DType.Int32)), -1), DType.Float32)
            : TopK.Hits(Labels(yTrue, yPred), yPred, K);

    private static Tensor Labels(Tensor yTrue, Tensor yPred)
        => yTrue.Rank == yPred.Rank && yTrue.Shape.At(^1) == 1 ? Ops.Squeeze(yTrue, -1) : yTrue;
}
