namespace NeuralOpt.Keras.Metrics;

/// <summary>Squared hinge loss: <c>mean(square(max(1 - yTrue * yPred, 0)))</c>.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new SquaredHinge()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/hinge_metrics/#squaredhinge-class"/>
public class SquaredHinge(string? name = "squared_hinge", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.SquaredHinge.Formula(yTrue, yPred);
}
