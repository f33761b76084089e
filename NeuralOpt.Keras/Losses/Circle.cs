namespace NeuralOpt.Keras.Losses;

/// <summary>Circle loss: draws embeddings of one class together and those of others apart, the more the farther they are from where they belong.</summary>
/// <param name="gamma">Scale of the similarities.</param>
/// <param name="margin">How near is near enough.</param>
/// <param name="removeDiagonal">Whether a sample is no partner of itself.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>Labels are integers, (batch) or (batch, 1); predictions are embeddings of length 1, (batch, features).</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new Circle(gamma: 80, margin: 0.4));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#circle-class"/>
/// <seealso href="https://arxiv.org/abs/2002.10857"/>
public class Circle(
    double gamma = 80.0,
    double margin = 0.4,
    bool removeDiagonal = true,
    string? reduction = "sum_over_batch_size",
    string? name = "circle",
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Scale of the similarities.</summary>
    public double Gamma { get; } = Guard.Finite(gamma, nameof(Circle), nameof(gamma));

    /// <summary>How near is near enough.</summary>
    public double Margin { get; } = Guard.Finite(margin, nameof(Circle), nameof(margin));

    /// <summary>Whether a sample is no partner of itself.</summary>
    public bool RemoveDiagonal => removeDiagonal;

    private protected override LabelRule Labels => LabelRule.Classes;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    private Tensor Formula(Tensor yTrue, Tensor yPred)
    {
        Tensor labels = IndexChecks.Whole("Circle", "labels", Ops.Reshape(yTrue, (-1, 1)));
        Tensor distance = Ops.Maximum(1.0 - Ops.Matmul(yPred, Ops.Transpose(yPred)), 0.0);
        Tensor same = Ops.Equal(labels, Ops.Transpose(labels));
        Tensor other = Ops.LogicalNot(same);
        if (removeDiagonal)
        {
            Tensor row = Ops.Arange(yPred.Shape[0]);
            same = Ops.LogicalAnd(same, Ops.NotEqual(Ops.ExpandDims(row, 1), row));
        }

        Tensor near = Ops.Maximum((Margin + distance) * Ops.Cast(same, yPred.DType), 0.0);
        Tensor far = Ops.Maximum((1 + Margin - distance) * Ops.Cast(other, yPred.DType), 0.0);
        Tensor positive = Ops.Where(same, -Gamma * near * (Margin - distance), double.NegativeInfinity);
        Tensor negative = Ops.Where(other, Gamma * far * (1 - Margin - distance), double.NegativeInfinity);
        Tensor losses = Ops.Softplus(Ops.Logsumexp(positive, 1) + Ops.Logsumexp(negative, 1));
        losses.Mask = losses > 0.0;
        return losses;
    }
}
