namespace NeuralOpt.Keras.Losses;

/// <summary>Logarithm of the hyperbolic cosine of the error: <c>mean(log(cosh(yPred - yTrue)))</c> over the last axis.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>Like half the square for small errors, like the absolute value less <c>log(2)</c> for large ones; it does not overflow.</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new LogCosh());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/regression_losses/#logcosh-class"/>
[KerasName("logcosh")]
public class LogCosh(string? reduction = "sum_over_batch_size", string? name = "log_cosh", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred)
    {
        Tensor error = yPred - yTrue;
        return Ops.Mean(error + Ops.Softplus(error * -2.0) - Math.Log(2), -1);
    }
}
