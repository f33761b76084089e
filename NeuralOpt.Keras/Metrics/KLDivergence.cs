namespace NeuralOpt.Keras.Metrics;

/// <summary>Kullback-Leibler divergence: <c>sum(yTrue * log(yTrue / yPred))</c> over the last axis.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new KLDivergence()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/probabilistic_metrics/#kldivergence-class"/>
[KerasName("kld", "KLD", "kullback_leibler_divergence")]
public class KLDivergence(string? name = "kl_divergence", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.KLDivergence.Formula(yTrue, yPred);
}
