namespace NeuralOpt.Keras.Metrics;

/// <summary>Categorical hinge loss: <c>max(max((1 - yTrue) * yPred) - sum(yTrue * yPred) + 1, 0)</c>.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new CategoricalHinge()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/hinge_metrics/#categoricalhinge-class"/>
public class CategoricalHinge(string? name = "categorical_hinge", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.CategoricalHinge.Formula(yTrue, yPred);
}
