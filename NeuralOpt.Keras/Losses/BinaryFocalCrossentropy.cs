namespace NeuralOpt.Keras.Losses;

/// <summary>Binary cross-entropy in which sure predictions count less: each element times <c>(1 - p)^gamma</c>, <c>p</c> the probability of its label.</summary>
/// <param name="applyClassBalancing">Whether labels 1 are weighted by <c>alpha</c>, labels 0 by <c>1 - alpha</c>.</param>
/// <param name="alpha">Weight of labels 1, from 0 to 1.</param>
/// <param name="gamma">Exponent by which sure predictions count less, at least 0.</param>
/// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
/// <param name="labelSmoothing">Fraction of each label that is moved towards 0.5, from 0 to 1.</param>
/// <param name="axis">The axis over which the mean is taken.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new BinaryFocalCrossentropy(gamma: 2.0));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#binaryfocalcrossentropy-class"/>
/// <seealso href="https://arxiv.org/abs/1708.02002"/>
public class BinaryFocalCrossentropy(
    bool applyClassBalancing = false,
    double alpha = 0.25,
    double gamma = 2.0,
    bool fromLogits = false,
    double labelSmoothing = 0.0,
    int axis = -1,
    string? reduction = "sum_over_batch_size",
    string? name = "binary_focal_crossentropy",
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Whether labels 1 are weighted by <c>alpha</c>, labels 0 by <c>1 - alpha</c>.</summary>
    public bool ApplyClassBalancing => applyClassBalancing;

    /// <summary>Weight of labels 1, from 0 to 1.</summary>
    public double Alpha { get; } = Guard.Fraction(alpha, nameof(BinaryFocalCrossentropy), nameof(alpha));

    /// <summary>Exponent by which sure predictions count less, at least 0.</summary>
    public double Gamma { get; } = Guard.NotNegative(gamma, nameof(BinaryFocalCrossentropy), nameof(gamma));

    /// <summary>Whether predictions are logits rather than probabilities.</summary>
    public bool FromLogits => fromLogits;

    /// <summary>Fraction of each label that is moved towards 0.5, from 0 to 1.</summary>
    public double LabelSmoothing { get; } = Guard.Fraction(labelSmoothing, nameof(BinaryFocalCrossentropy), nameof(labelSmoothing));

    /// <summary>The axis over which the mean is taken.</summary>
    public int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    private Tensor Formula(Tensor yTrue, Tensor yPred)
    {
        yTrue = BinaryCrossentropy.Smooth(yTrue, LabelSmoothing);
        yPred = fromLogits ? Ops.Sigmoid(yPred) : yPred;
        Tensor losses = Ops.BinaryCrossentropy(yTrue, yPred);
        Tensor p = (yTrue * yPred) + ((1.0 - yTrue) * (1.0 - yPred));
        losses = Ops.Power(1.0 - p, Gamma) * losses;
        return Ops.Mean(applyClassBalancing ? ((yTrue * Alpha) + ((1.0 - yTrue) * (1 - Alpha))) * losses : losses, axis);
    }
}
