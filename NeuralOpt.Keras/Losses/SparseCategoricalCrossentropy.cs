namespace NeuralOpt.Keras.Losses;

/// <summary>Cross-entropy of integer labels: <c>-log(yPred[label])</c>.</summary>
/// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
/// <param name="ignoreClass">A label whose elements do not count, such as -1 or 255 for "void"; null for none.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="axis">The axis of the classes in the predictions.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>Labels have shape (batch, ...) or (batch, ..., 1), predictions (batch, ..., classes). A label with a value outside 0 .. classes - 1 is an exception.</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new SparseCategoricalCrossentropy(fromLogits: true));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#sparsecategoricalcrossentropy-class"/>
public class SparseCategoricalCrossentropy(
    bool fromLogits = false,
    int? ignoreClass = null,
    string? reduction = "sum_over_batch_size",
    int axis = -1,
    string? name = "sparse_categorical_crossentropy",
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Whether predictions are logits rather than probabilities.</summary>
    public bool FromLogits => fromLogits;

    /// <summary>The label whose elements do not count; null for none.</summary>
    public int? IgnoreClass => ignoreClass;

    /// <summary>The axis of the classes.</summary>
    public int Axis => axis;

    private protected override LabelRule Labels => LabelRule.Classes;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred, fromLogits, ignoreClass, axis);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred, bool fromLogits, int? ignoreClass, int axis)
    {
        if (yTrue.Rank == yPred.Rank && yTrue.Shape.At(^1) == 1)
        {
            yTrue = Ops.Squeeze(yTrue, -1);
        }

        if (ignoreClass is not { } ignored)
        {
            return Ops.SparseCategoricalCrossentropy(yTrue, yPred, fromLogits, axis);
        }

        // Ignored elements become label 0 of zero predictions, so that nothing of them reaches loss or gradient.
        Tensor valid = Ops.NotEqual(yTrue, ignored);
        Tensor labels = Ops.Where(valid, IndexChecks.Whole("SparseCategoricalCrossentropy", "the targets", yTrue), 0);
        Tensor losses = Ops.SparseCategoricalCrossentropy(
            labels, yPred * Ops.Cast(Ops.ExpandDims(valid, axis), yPred.DType), fromLogits, axis);
        Tensor result = Ops.Where(valid, losses, 0.0);
        result.Mask = valid;
        return result;
    }

    internal override void CheckLabels(Tensor yTrue, Shape predictions) => SparseLabels.Check(this, yTrue, predictions, axis, ignoreClass);
}
