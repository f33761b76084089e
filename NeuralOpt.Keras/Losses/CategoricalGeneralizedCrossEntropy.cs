namespace NeuralOpt.Keras.Losses;

/// <summary>Generalised cross-entropy of integer labels, robust to wrong ones: <c>(1 - p^q) / q</c>.</summary>
/// <param name="q">Between 0 and 1: near 0 like cross-entropy, near 1 like the mean absolute error.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new CategoricalGeneralizedCrossEntropy(q: 0.5));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#categoricalgeneralizedcrossentropy-class"/>
/// <seealso href="https://arxiv.org/abs/1805.07836"/>
public class CategoricalGeneralizedCrossEntropy(
    double q = 0.5,
    string? reduction = "sum_over_batch_size",
    string? name = "categorical_generalized_cross_entropy",
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Between 0 and 1: near 0 like cross-entropy, near 1 like the mean absolute error.</summary>
    public double Q { get; } = Guard.Inside(q, nameof(CategoricalGeneralizedCrossEntropy), nameof(q));

    private protected override LabelRule Labels => LabelRule.Classes;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal override void CheckLabels(Tensor yTrue, Shape predictions) => SparseLabels.Check(this, yTrue, predictions, -1, null);

    private Tensor Formula(Tensor yTrue, Tensor yPred)
    {
        const string Place = nameof(CategoricalGeneralizedCrossEntropy);
        Tensor labels = IndexChecks.Whole(Place, "labels", yTrue.Rank == yPred.Rank && yTrue.Shape.At(^1) == 1 ? Ops.Squeeze(yTrue, -1) : yTrue);
        labels = labels.IsConcrete ? labels : IndexChecks.Within(labels, yPred.Shape[^1], new(Place, "labels", FromEnd: false));
        Tensor hot = Ops.OneHot(labels, yPred.Shape[^1], dtype: yPred.DType);
        return (1.0 - Ops.Power(Ops.Sum(yPred * hot, -1), Q)) / Q;
    }
}
