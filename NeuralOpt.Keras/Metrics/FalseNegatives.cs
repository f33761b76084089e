namespace NeuralOpt.Keras.Metrics;

/// <summary>The number, or the sum of the weights, of false negatives: labels 1 that were missed.</summary>
/// <param name="thresholds">What a prediction must exceed to count as 1, from 0 to 1; 0.5 by default. With several, the result has one number for each.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new FalseNegatives()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/classification_metrics/#falsenegatives-class"/>
public class FalseNegatives(Thresholds? thresholds = null, string? name = null, string? dtype = null)
    : ConfusionMetric(name, dtype, [.. thresholds ?? 0.5], Cells.FalseNegatives)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    /// <summary>What a prediction must exceed to count as positive; null for 0.5.</summary>
    public Thresholds? Thresholds => thresholds;

    /// <inheritdoc/>
    public override Tensor Result() => Single(FN);
}
