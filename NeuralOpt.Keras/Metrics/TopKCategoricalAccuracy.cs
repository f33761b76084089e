namespace NeuralOpt.Keras.Metrics;

/// <summary>How often the class with the highest label is among the <c>k</c> with the highest predictions.</summary>
/// <param name="k">How many predictions count, at least 1.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new TopKCategoricalAccuracy(k: 3)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/accuracy_metrics/#topkcategoricalaccuracy-class"/>
public class TopKCategoricalAccuracy(
    int k = 5,
    string? name = "top_k_categorical_accuracy",
    string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    /// <summary>How many predictions count, at least 1.</summary>
    public int K { get; } = Guard.Positive(k, nameof(TopKCategoricalAccuracy), nameof(k));

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        RequireSame(yTrue, yPred);
        Tensor own = Ops.Argmax(yTrue, -1);
        return Ops.Cast(Ops.AmongTop(own, Ops.OnesLike(own, DType.Bool), yPred, K), DType.Float32);
    }
}
