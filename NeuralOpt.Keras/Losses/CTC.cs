namespace NeuralOpt.Keras.Losses;

/// <summary>Connectionist temporal classification: trains a sequence of steps on labels whose places in it are not known.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>Labels are integers of shape (batch, labels), filled up with 0, which stands for no label; predictions are logits of shape (batch, steps, classes).</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new CTC());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#ctc-class"/>
public class CTC(string? reduction = "sum_over_batch_size", string? name = "ctc", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    private protected override LabelRule Labels => LabelRule.Classes;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        if (yTrue.Rank != 2 || yPred.Rank != 3)
        {
            throw new ShapeException($"CTC: labels must have shape (batch, labels), predictions (batch, steps, classes). Received shapes: {yTrue.Shape}, {yPred.Shape}.");
        }

        Tensor lengths = Ops.Sum(Ops.Cast(Ops.NotEqual(yTrue, 0), DType.Int32), -1);
        return Ops.CtcLoss(yTrue, yPred, lengths, Ops.FullLike(lengths, yPred.Shape.At(1) ?? 0));
    }

    internal override void CheckLabels(Tensor yTrue, Shape predictions) => SparseLabels.Check(this, yTrue, predictions, -1, null);
}
