namespace NeuralOpt.Keras.Losses;

/// <summary>Categorical hinge loss: <c>max(max((1 - yTrue) * yPred) - sum(yTrue * yPred) + 1, 0)</c> over the last axis.</summary>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <remarks>Labels are one hot.</remarks>
/// <example>
/// <code>
/// model.Compile("adam", loss: new CategoricalHinge());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/hinge_losses/#categoricalhinge-class"/>
public class CategoricalHinge(string? reduction = "sum_over_batch_size", string? name = "categorical_hinge", string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred)
        => Ops.Maximum(Ops.Max((1.0 - yTrue) * yPred, -1) - Ops.Sum(yTrue * yPred, -1) + 1.0, 0.0);
}
