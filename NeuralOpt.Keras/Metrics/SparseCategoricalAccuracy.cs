namespace NeuralOpt.Keras.Metrics;

/// <summary>How often an integer label is the class with the highest prediction.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <remarks>Labels have shape (batch, ...) or (batch, ..., 1), predictions (batch, ..., classes).</remarks>
/// <seealso href="https://keras.io/api/metrics/accuracy_metrics/#sparsecategoricalaccuracy-class"/>
public sealed class SparseCategoricalAccuracy(string? name = "sparse_categorical_accuracy", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        // With one label more than needed, as in (batch, 1), the last axis goes.
        if (yTrue.Rank == yPred.Rank && yTrue.Shape[^1] == 1)
        {
            yTrue = Ops.Squeeze(yTrue, -1);
        }

        Tensor hits = Ops.Equal(Ops.Cast(yTrue, DType.Int32), Ops.Argmax(yPred, -1));
        return Ops.Cast(hits, DType.Float32);
    }
}
