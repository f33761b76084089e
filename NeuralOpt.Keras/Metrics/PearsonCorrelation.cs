namespace NeuralOpt.Keras.Metrics;

/// <summary>Pearson's correlation between labels and predictions, from -1 to 1.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <param name="axis">The axis of the values that are correlated.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new PearsonCorrelation()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/correlation_metrics/#pearsoncorrelation-class"/>
public class PearsonCorrelation(
    string? name = "pearson_correlation",
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
        => Ops.Mean(Standardize(yTrue) * Standardize(yPred), axis);

    private Tensor Standardize(Tensor x)
    {
        x -= Ops.Mean(x, axis, keepdims: true);
        return x / (Ops.Std(x, axis, keepdims: true) + 1e-7);
    }
}
