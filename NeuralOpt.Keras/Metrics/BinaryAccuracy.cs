namespace NeuralOpt.Keras.Metrics;

/// <summary>How often predictions above a threshold meet labels 1, and the others labels 0.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <param name="threshold">What a prediction must exceed to count as 1, between 0 and 1.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new BinaryAccuracy(threshold: 0.5)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/accuracy_metrics/#binaryaccuracy-class"/>
public class BinaryAccuracy(
    string? name = "binary_accuracy",
    string? dtype = null,
    double threshold = 0.5)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    /// <summary>What a prediction must exceed to count as 1, between 0 and 1.</summary>
    public double Threshold { get; } = Guard.Inside(threshold, nameof(BinaryAccuracy), nameof(threshold));

    private protected override bool AlignsRanks => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
        => Ops.Cast(Ops.Equal(yTrue, Ops.Cast(yPred > Threshold, yTrue.DType)), DType.Float32);
}
