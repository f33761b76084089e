namespace NeuralOpt.Keras.Losses;

/// <summary>Cross-entropy of labels 0 and 1: <c>-mean(yTrue log(yPred) + (1 - yTrue) log(1 - yPred))</c>.</summary>
/// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
/// <param name="labelSmoothing">Fraction of each label that is moved towards 0.5, from 0 to 1.</param>
/// <param name="axis">The axis over which the mean is taken.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new BinaryCrossentropy(fromLogits: true));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#binarycrossentropy-class"/>
[KerasName("bce", "BCE")]
public class BinaryCrossentropy(
    bool fromLogits = false,
    double labelSmoothing = 0.0,
    int axis = -1,
    string? reduction = "sum_over_batch_size",
    string? name = "binary_crossentropy",
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Whether predictions are logits rather than probabilities.</summary>
    public bool FromLogits => fromLogits;

    /// <summary>Fraction of each label that is moved towards 0.5, from 0 to 1.</summary>
    public double LabelSmoothing { get; } = Guard.Fraction(labelSmoothing, nameof(BinaryCrossentropy), nameof(labelSmoothing));

    /// <summary>The axis over which the mean is taken.</summary>
    public int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred, fromLogits, LabelSmoothing, axis);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred, bool fromLogits, double labelSmoothing, int axis)
        => Ops.Mean(Ops.BinaryCrossentropy(Smooth(yTrue, labelSmoothing), yPred, fromLogits), axis);

    /// <summary>Moves labels towards 0.5.</summary>
    internal static Tensor Smooth(Tensor yTrue, double labelSmoothing)
        => labelSmoothing == 0 ? yTrue : (yTrue * (1.0 - labelSmoothing)) + (0.5 * labelSmoothing);
}
