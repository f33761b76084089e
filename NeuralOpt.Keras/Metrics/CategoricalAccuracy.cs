namespace NeuralOpt.Keras.Metrics;

/// <summary>How often the class with the highest prediction is the one with the highest label.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new CategoricalAccuracy()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/accuracy_metrics/#categoricalaccuracy-class"/>
public class CategoricalAccuracy(string? name = "categorical_accuracy", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        RequireSame(yTrue, yPred);
        return Ops.Cast(Ops.Equal(Ops.Argmax(yTrue, -1), Ops.Argmax(yPred, -1)), DType.Float32);
    }
}
