namespace NeuralOpt.Keras.Metrics;

/// <summary>How often an integer label is among the <c>k</c> classes with the highest predictions.</summary>
/// <param name="k">How many predictions count, at least 1.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <param name="fromSortedIds">Whether predictions are class numbers, best first, rather than one number a class.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new SparseTopKCategoricalAccuracy(k: 3)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/accuracy_metrics/#sparsetopkcategoricalaccuracy-class"/>
public class SparseTopKCategoricalAccuracy(
    int k = 5,
    string? name = "sparse_top_k_categorical_accuracy",
    string? dtype = null,
    bool fromSortedIds = false)
    : MeanMetricWrapper(name, dtype), IClassMetric
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    /// <summary>How many predictions count, at least 1.</summary>
    public int K { get; } = Guard.Positive(k, nameof(SparseTopKCategoricalAccuracy), nameof(k));

    /// <summary>Whether predictions are class numbers, best first, rather than one number a class.</summary>
    public bool FromSortedIds => fromSortedIds;

    int? IClassMetric.Ignored { get; set; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        if (fromSortedIds)
        {
            Tensor labels = IndexChecks.Whole(Place, "labels", ClassLabels.Column(yTrue, yPred));
            Tensor best = Ops.SliceAxis(yPred, yPred.Rank - 1, 0, K);
            return Ops.Cast(Ops.Any(Ops.Equal(Ops.ExpandDims(labels, -1), Ops.Cast(best, labels.DType)), -1), DType.Float32);
        }

        ClassLabels own = ClassLabels.Of(Place, yTrue, yPred, ((IClassMetric)this).Ignored);
        return Ops.Cast(Ops.AmongTop(own.Classes, own.Valid, yPred, K), DType.Float32);
    }
}
