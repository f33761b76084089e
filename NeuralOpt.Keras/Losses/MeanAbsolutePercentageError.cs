namespace NeuralOpt.Keras.Losses;

/// <summary>Mean absolute percentage error: <c>100 * mean(abs((yTrue - yPred) / yTrue))</c> over the last axis.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>The divisor is at least 1e-7.</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new MeanAbsolutePercentageError());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/regression_losses/#meanabsolutepercentageerror-class"/>
[KerasName("mape", "MAPE")]
public class MeanAbsolutePercentageError(string? reduction = "sum_over_batch_size", string? name = "mean_absolute_percentage_error", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred)
        => 100.0 * Ops.Mean(Ops.Abs((yTrue - yPred) / Ops.Maximum(Ops.Abs(yTrue), Epsilon.Value)), -1);
}
