namespace NeuralOpt.Keras.Metrics;

/// <summary>Cross-entropy of labels that are one hot.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
/// <param name="labelSmoothing">Fraction of the labels that is smoothed, from 0 to 1.</param>
/// <param name="axis">The axis of the classes.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new CategoricalCrossentropy()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/probabilistic_metrics/#categoricalcrossentropy-class"/>
public class CategoricalCrossentropy(
    string? name = "categorical_crossentropy",
    string? dtype = null,
    bool fromLogits = false,
    double labelSmoothing = 0.0,
    int axis = -1)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    /// <summary>Whether predictions are logits rather than probabilities.</summary>
    public bool FromLogits => fromLogits;

    /// <summary>Fraction of the labels that is smoothed, from 0 to 1.</summary>
    public double LabelSmoothing { get; } = Guard.Fraction(labelSmoothing, nameof(CategoricalCrossentropy), nameof(labelSmoothing));

    /// <summary>The axis of the classes.</summary>
    public int Axis => axis;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.CategoricalCrossentropy.Formula(yTrue, yPred, fromLogits, LabelSmoothing, axis);
}
