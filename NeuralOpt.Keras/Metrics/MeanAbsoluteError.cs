namespace NeuralOpt.Keras.Metrics;

/// <summary>Mean absolute error: <c>mean(abs(yTrue - yPred))</c>.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new MeanAbsoluteError()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/regression_metrics/#meanabsoluteerror-class"/>
[KerasName("mae", "MAE")]
public class MeanAbsoluteError(string? name = "mean_absolute_error", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.MeanAbsoluteError.Formula(yTrue, yPred);
}
