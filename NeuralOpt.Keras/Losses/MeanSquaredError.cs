namespace NeuralOpt.Keras.Losses;

/// <summary>Mean squared error: <c>mean(square(yTrue - yPred))</c> over the last axis.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new MeanSquaredError());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/regression_losses/#meansquarederror-class"/>
[KerasName("mse", "MSE")]
public class MeanSquaredError(string? reduction = "sum_over_batch_size", string? name = "mean_squared_error", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred) => Ops.Mean(Ops.Square(yTrue - yPred), -1);
}
