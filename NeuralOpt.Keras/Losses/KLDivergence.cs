namespace NeuralOpt.Keras.Losses;

/// <summary>Kullback-Leibler divergence: <c>sum(yTrue * log(yTrue / yPred))</c> over the last axis.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>Both are probabilities, brought into [1e-7, 1].</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new KLDivergence());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#kldivergence-class"/>
[KerasName("kld", "KLD", "kullback_leibler_divergence")]
public class KLDivergence(string? reduction = "sum_over_batch_size", string? name = "kl_divergence", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred)
    {
        yTrue = Ops.Clip(yTrue, Epsilon.Value, 1.0);
        yPred = Ops.Clip(yPred, Epsilon.Value, 1.0);
        return Ops.Sum(yTrue * Ops.Log(yTrue / yPred), -1);
    }
}
