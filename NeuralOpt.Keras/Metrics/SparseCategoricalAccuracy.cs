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
        bool column = yTrue.Rank == yPred.Rank && yTrue.Shape.At(^1) == 1;
        Tensor labels = column ? Ops.Squeeze(yTrue, -1) : yTrue;
        return Ops.Cast(Ops.Equal(labels, Ops.Cast(Ops.Argmax(yPred, -1), labels.DType)), DType.Float32);
    }
}
