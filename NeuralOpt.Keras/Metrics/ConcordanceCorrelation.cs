namespace NeuralOpt.Keras.Metrics;

/// <summary>Concordance between labels and predictions: 1 where they are equal, as Keras computes it.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <param name="axis">The axis of the values that are correlated.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new ConcordanceCorrelation()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/correlation_metrics/#concordancecorrelation-class"/>
public class ConcordanceCorrelation(
    string? name = "concordance_correlation",
    string? dtype = null,
    int axis = -1)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    /// <summary>The axis of the values that are correlated.</summary>
    public int Axis => axis;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        Tensor meanTrue = Ops.Mean(yTrue, axis, keepdims: true);
        Tensor meanPred = Ops.Mean(yPred, axis, keepdims: true);
        Tensor covariance = (yTrue - meanPred) * (yPred - meanPred);
        Tensor norm = Ops.Var(yTrue, axis, keepdims: true) + Ops.Var(yPred, axis, keepdims: true) + Ops.Square(meanTrue - meanPred);
        return Ops.Mean(2.0 * covariance / (norm + 1e-7), axis);
    }
}
