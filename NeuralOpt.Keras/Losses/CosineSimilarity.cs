namespace NeuralOpt.Keras.Losses;

/// <summary>Negative cosine of the angle between labels and predictions: -1 for the same direction, 1 for the opposite.</summary>
/// <param name="axis">The axis of the vectors.</param>
/// <param name="reduction">How the samples' losses are reduced.</param>
/// <param name="name">Name in messages.</param>
/// <param name="dtype">Type of the computation; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", loss: new CosineSimilarity(axis: -1));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/regression_losses/#cosinesimilarity-class"/>
public class CosineSimilarity(
    int axis = -1,
    string? reduction = "sum_over_batch_size",
    string? name = "cosine_similarity",
    string? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The axis of the vectors.</summary>
    public int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => -Formula(yTrue, yPred, axis);

    /// <summary>The cosine itself, which the metric of this name takes.</summary>
    internal static Tensor Formula(Tensor yTrue, Tensor yPred, int axis) => Ops.Sum(Unit(yTrue, axis) * Unit(yPred, axis), axis);

    private static Tensor Unit(Tensor x, int axis)
        => x * Ops.Rsqrt(Ops.Maximum(Ops.Sum(Ops.Square(x), axis, keepdims: true), 1e-12));
}
