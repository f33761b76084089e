namespace NeuralOpt.Keras.Losses;

/// <summary>Dice loss: <c>1 - 2 sum(yTrue yPred) / (sum(yTrue) + sum(yPred))</c>.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="axis">The axes that are summed over; null for all, which gives one number for the batch.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new Dice());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/regression_losses/#dice-class"/>
public class Dice(
    string? reduction = "sum_over_batch_size",
    string? name = "dice",
    Axis? axis = null,
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The axes that are summed over; null for all, which gives one number for the batch.</summary>
    public Axis? Axis => axis;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred, axis);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred, Axis? axis)
        => 1.0 - (2.0 * Ops.Sum(yTrue * yPred, axis) / (Ops.Sum(yTrue, axis) + Ops.Sum(yPred, axis) + Epsilon.Value));
}
