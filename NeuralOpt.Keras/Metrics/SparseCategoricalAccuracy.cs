namespace NeuralOpt.Keras.Metrics;

/// <summary>How often an integer label is the class with the highest prediction.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <remarks>Labels have shape (batch, ...) or (batch, ..., 1), predictions (batch, ..., classes).</remarks>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new SparseCategoricalAccuracy()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/accuracy_metrics/#sparsecategoricalaccuracy-class"/>
public class SparseCategoricalAccuracy(string? name = "sparse_categorical_accuracy", string? dtype = null)
    : MeanMetricWrapper(name, dtype), IClassMetric
{
    int? IClassMetric.Ignored { get; set; }

    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        ClassLabels own = ClassLabels.Of(Place, yTrue, yPred, ((IClassMetric)this).Ignored);
        return Ops.Cast(Ops.LogicalAnd(own.Valid, Ops.Equal(own.Classes, Ops.Cast(Ops.Argmax(yPred, -1), own.Classes.DType))), DType.Float32);
    }
}
