namespace NeuralOpt.Keras.Metrics;

/// <summary>Mean squared logarithmic error: <c>mean(square(log(yTrue + 1) - log(yPred + 1)))</c>.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new MeanSquaredLogarithmicError()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/regression_metrics/#meansquaredlogarithmicerror-class"/>
[KerasName("msle", "MSLE")]
public class MeanSquaredLogarithmicError(string? name = "mean_squared_logarithmic_error", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.MeanSquaredLogarithmicError.Formula(yTrue, yPred);
}
