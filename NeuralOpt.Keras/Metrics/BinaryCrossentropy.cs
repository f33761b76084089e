namespace NeuralOpt.Keras.Metrics;

/// <summary>Cross-entropy of labels 0 and 1.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
/// <param name="labelSmoothing">Fraction of the labels that is smoothed, from 0 to 1.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new BinaryCrossentropy()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/probabilistic_metrics/#binarycrossentropy-class"/>
[KerasName("bce", "BCE")]
public class BinaryCrossentropy(
    string? name = "binary_crossentropy",
    string? dtype = null,
    bool fromLogits = false,
    double labelSmoothing = 0.0)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    /// <summary>Whether predictions are logits rather than probabilities.</summary>
    public bool FromLogits => fromLogits;

    /// <summary>Fraction of the labels that is smoothed, from 0 to 1.</summary>
    public double LabelSmoothing { get; } = Guard.Fraction(labelSmoothing, nameof(BinaryCrossentropy), nameof(labelSmoothing));

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.BinaryCrossentropy.Formula(yTrue, yPred, fromLogits, LabelSmoothing, -1);
}
