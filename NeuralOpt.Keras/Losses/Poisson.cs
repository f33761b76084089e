namespace NeuralOpt.Keras.Losses;

/// <summary>Poisson loss: <c>mean(yPred - yTrue * log(yPred))</c> over the last axis.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new Poisson());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/probabilistic_losses/#poisson-class"/>
public class Poisson(string? reduction = "sum_over_batch_size", string? name = "poisson", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred) => Ops.Mean(yPred - (yTrue * Ops.Log(yPred + Epsilon.Value)), -1);
}
