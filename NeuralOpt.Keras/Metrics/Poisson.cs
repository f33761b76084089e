namespace NeuralOpt.Keras.Metrics;

/// <summary>Poisson loss: <c>mean(yPred - yTrue * log(yPred))</c>.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new Poisson()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/probabilistic_metrics/#poisson-class"/>
public class Poisson(string? name = "poisson", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.Poisson.Formula(yTrue, yPred);
}
