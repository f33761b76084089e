namespace NeuralOpt.Keras.Metrics;

/// <summary>Mean squared error: <c>mean(square(yTrue - yPred))</c>.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new MeanSquaredError()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/regression_metrics/#meansquarederror-class"/>
[KerasName("mse", "MSE")]
public class MeanSquaredError(string? name = "mean_squared_error", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.MeanSquaredError.Formula(yTrue, yPred);
}
