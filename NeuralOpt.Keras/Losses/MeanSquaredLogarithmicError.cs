namespace NeuralOpt.Keras.Losses;

/// <summary>Mean squared logarithmic error: <c>mean(square(log(yTrue + 1) - log(yPred + 1)))</c> over the last axis.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>Both are raised to at least 1e-7 first.</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new MeanSquaredLogarithmicError());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/regression_losses/#meansquaredlogarithmicerror-class"/>
[KerasName("msle", "MSLE")]
public class MeanSquaredLogarithmicError(string? reduction = "sum_over_batch_size", string? name = "mean_squared_logarithmic_error", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred)
        => Ops.Mean(Ops.Square(Ops.Log(Ops.Maximum(yPred, Epsilon.Value) + 1.0) - Ops.Log(Ops.Maximum(yTrue, Epsilon.Value) + 1.0)), -1);
}
