namespace NeuralOpt.Keras.Losses;

/// <summary>Cross-entropy of labels that are one hot: <c>-sum(yTrue log(yPred))</c> over the classes.</summary>
/// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
/// <param name="labelSmoothing">Fraction of the labels that is spread over all classes, from 0 to 1.</param>
/// <param name="axis">The axis of the classes.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new CategoricalCrossentropy(labelSmoothing: 0.1));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#categoricalcrossentropy-class"/>
public class CategoricalCrossentropy(
    bool fromLogits = false,
    double labelSmoothing = 0.0,
    int axis = -1,
    string? reduction = "sum_over_batch_size",
    string? name = "categorical_crossentropy",
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Whether predictions are logits rather than probabilities.</summary>
    public bool FromLogits => fromLogits;

    /// <summary>Fraction of the labels that is spread over all classes, from 0 to 1.</summary>
    public double LabelSmoothing { get; } = Guard.Fraction(labelSmoothing, nameof(CategoricalCrossentropy), nameof(labelSmoothing));

    /// <summary>The axis of the classes.</summary>
    public int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        WarnOfOneClass(this, yPred);
        return Formula(yTrue, yPred, fromLogits, LabelSmoothing, axis);
    }

    /// <summary>Over one class the loss says nothing.</summary>
    internal static void WarnOfOneClass(Loss loss, Tensor yPred)
    {
        if (yPred.Rank > 0 && yPred.Shape.At(^1) == 1)
        {
            KerasWarnings.WarnOnce($"{loss.GetType().Name}: predictions of one class, (..., 1), tell nothing apart. For two classes in one number there is \"binary_crossentropy\".", loss);
        }
    }

    internal static Tensor Formula(Tensor yTrue, Tensor yPred, bool fromLogits, double labelSmoothing, int axis)
        => Ops.CategoricalCrossentropy(Smooth(yTrue, labelSmoothing, axis), yPred, fromLogits, axis);

    /// <summary>Spreads a fraction of the labels over all classes, which lie along an axis.</summary>
    internal static Tensor Smooth(Tensor yTrue, double labelSmoothing, int axis)
        => labelSmoothing == 0
            ? yTrue
            : (yTrue * (1.0 - labelSmoothing)) + (labelSmoothing / (double)(yTrue.Shape.At(Keras.Axis.One(nameof(CategoricalCrossentropy), axis, yTrue.Rank)) ?? 1));
}
