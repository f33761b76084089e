namespace NeuralOpt.Keras.Losses;

/// <summary>Tversky loss: Dice with false positives and false negatives weighted apart.</summary>
/// <param name="alpha">Weight of false positives.</param>
/// <param name="beta">Weight of false negatives.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="axis">The axes that are summed over; null for all, which gives one number for the batch.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>As in Keras, <c>alpha</c> weights what is in the labels only, <c>beta</c> what is in the predictions only.</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new Tversky(alpha: 0.7, beta: 0.3));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/regression_losses/#tversky-class"/>
/// <seealso href="https://arxiv.org/abs/1706.05721"/>
public class Tversky(
    double alpha = 0.5,
    double beta = 0.5,
    string? reduction = "sum_over_batch_size",
    string? name = "tversky",
    Axis? axis = null,
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Weight of false positives.</summary>
    public double Alpha { get; } = Guard.NotNegative(alpha, nameof(Tversky), nameof(alpha));

    /// <summary>Weight of false negatives.</summary>
    public double Beta { get; } = Guard.NotNegative(beta, nameof(Tversky), nameof(beta));

    /// <summary>The axes that are summed over; null for all, which gives one number for the batch.</summary>
    public Axis? Axis => axis;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    private Tensor Formula(Tensor yTrue, Tensor yPred)
    {
        Tensor both = Ops.Sum(yTrue * yPred, axis);
        Tensor missed = Ops.Sum((1.0 - yPred) * yTrue, axis);
        Tensor invented = Ops.Sum(yPred * (1.0 - yTrue), axis);
        return 1.0 - (both / (both + (missed * Alpha) + (invented * Beta) + Epsilon.Value));
    }
}
