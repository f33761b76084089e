namespace NeuralOpt.Keras.Metrics;

/// <summary>How often predictions equal labels.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new Accuracy()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/accuracy_metrics/#accuracy-class"/>
public class Accuracy(string? name = "accuracy", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Ops.Cast(Ops.Equal(yTrue, yPred), DType.Float32);
}
