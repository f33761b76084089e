namespace NeuralOpt.Keras.Losses;

/// <summary>Squared hinge loss: <c>mean(square(max(1 - yTrue * yPred, 0)))</c> over the last axis.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>Labels are -1 and 1; 0 and 1 are converted.</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new SquaredHinge());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/hinge_losses/#squaredhinge-class"/>
public class SquaredHinge(string? reduction = "sum_over_batch_size", string? name = "squared_hinge", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred)
        => Ops.Mean(Ops.Square(Ops.Maximum(1.0 - (Hinge.Signs(yTrue) * yPred), 0.0)), -1);
}
