namespace NeuralOpt.Keras.Losses;

/// <summary>Categorical cross-entropy in which sure predictions count less: each class times <c>alpha (1 - p)^gamma</c>.</summary>
/// <param name="alpha">Weight of all classes.</param>
/// <param name="gamma">Exponent by which sure predictions count less, at least 0.</param>
/// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
/// <param name="labelSmoothing">Fraction of the labels that is spread over all classes, from 0 to 1.</param>
/// <param name="axis">The axis of the classes.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new CategoricalFocalCrossentropy(alpha: 0.25));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#categoricalfocalcrossentropy-class"/>
/// <seealso href="https://arxiv.org/abs/1708.02002"/>
public class CategoricalFocalCrossentropy(
    double alpha = 0.25,
    double gamma = 2.0,
    bool fromLogits = false,
    double labelSmoothing = 0.0,
    int axis = -1,
    string? reduction = "sum_over_batch_size",
    string? name = "categorical_focal_crossentropy",
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Weight of all classes.</summary>
    public double Alpha { get; } = Guard.NotNegative(alpha, nameof(CategoricalFocalCrossentropy), nameof(alpha));

    /// <summary>Exponent by which sure predictions count less, at least 0.</summary>
    public double Gamma { get; } = Guard.NotNegative(gamma, nameof(CategoricalFocalCrossentropy), nameof(gamma));

    /// <summary>Whether predictions are logits rather than probabilities.</summary>
    public bool FromLogits => fromLogits;

    /// <summary>Fraction of the labels that is spread over all classes, from 0 to 1.</summary>
    public double LabelSmoothing { get; } = Guard.Fraction(labelSmoothing, nameof(CategoricalFocalCrossentropy), nameof(labelSmoothing));

    /// <summary>The axis of the classes.</summary>
    public int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        CategoricalCrossentropy.WarnOfOneClass(this, yPred);
        return Formula(yTrue, yPred);
    }

    private Tensor Formula(Tensor yTrue, Tensor yPred)
    {
        yTrue = CategoricalCrossentropy.Smooth(yTrue, LabelSmoothing, axis);
        yPred = fromLogits ? Ops.Softmax(yPred, axis) : yPred;
        Tensor p = Ops.Clip(yPred / Ops.Sum(yPred, axis, keepdims: true), Epsilon.Value, 1 - Epsilon.Value);
        return Ops.Sum(Ops.Power(1.0 - p, Gamma) * Alpha * (-yTrue * Ops.Log(p)), axis);
    }
}
