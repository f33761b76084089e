namespace NeuralOpt.Keras.Metrics;

/// <summary>Mean absolute percentage error: <c>100 * mean(abs((yTrue - yPred) / yTrue))</c>.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new MeanAbsolutePercentageError()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/regression_metrics/#meanabsolutepercentageerror-class"/>
[KerasName("mape", "MAPE")]
public class MeanAbsolutePercentageError(string? name = "mean_absolute_percentage_error", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.MeanAbsolutePercentageError.Formula(yTrue, yPred);
}
