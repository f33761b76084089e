namespace NeuralOpt.Keras.Losses;

/// <summary>Hinge loss: <c>mean(max(1 - yTrue * yPred, 0))</c> over the last axis.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>Labels are -1 and 1; 0 and 1 are converted.</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new Hinge());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/hinge_losses/#hinge-class"/>
public class Hinge(string? reduction = "sum_over_batch_size", string? name = "hinge", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred)
        => Ops.Mean(Ops.Maximum(1.0 - (Signs(yTrue) * yPred), 0.0), -1);

    /// <summary>Labels of 0 and 1 as -1 and 1; other labels stay.</summary>
    internal static Tensor Signs(Tensor yTrue)
    {
        Tensor binary = Ops.All(Ops.LogicalOr(Ops.Equal(yTrue, 0.0), Ops.Equal(yTrue, 1.0)));
        return Ops.Where(binary, (2.0 * yTrue) - 1.0, yTrue);
    }
}
