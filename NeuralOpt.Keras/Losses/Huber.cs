namespace NeuralOpt.Keras.Losses;

/// <summary>Huber loss: half the squared error up to <c>delta</c>, linear beyond it; the mean over the last axis.</summary>
/// <param name="delta">Where the linear part begins.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new Huber(delta: 1.0));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/regression_losses/#huber-class"/>
public class Huber(
    double delta = 1.0,
    string? reduction = "sum_over_batch_size",
    string? name = "huber_loss",
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Where the linear part begins.</summary>
    public double Delta { get; } = Guard.Finite(delta, nameof(Huber), nameof(delta));

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Formula(yTrue, yPred, Delta);

    internal static Tensor Formula(Tensor yTrue, Tensor yPred, double delta)
    {
        Tensor error = yPred - yTrue;
        Tensor size = Ops.Abs(error);
        return Ops.Mean(Ops.Where(size <= delta, 0.5 * Ops.Square(error), (delta * size) - (0.5 * delta * delta)), -1);
    }
}
