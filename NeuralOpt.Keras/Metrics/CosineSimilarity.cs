namespace NeuralOpt.Keras.Metrics;

/// <summary>Cosine of the angle between labels and predictions: 1 for the same direction, -1 for the opposite.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <param name="axis">The axis of the vectors.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new CosineSimilarity()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/regression_metrics/#cosinesimilarity-class"/>
public class CosineSimilarity(
    string? name = "cosine_similarity",
    string? dtype = null,
    int axis = -1)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    /// <summary>The axis of the vectors.</summary>
    public int Axis => axis;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.CosineSimilarity.Formula(yTrue, yPred, axis);
}
