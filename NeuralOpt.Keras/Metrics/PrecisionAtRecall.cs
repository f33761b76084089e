namespace NeuralOpt.Keras.Metrics;

/// <summary>The best precision at thresholds where recall is at least a given one.</summary>
/// <param name="recall">The least recall, from 0 to 1.</param>
/// <param name="numThresholds">Number of thresholds from 0 to 1 that are tried.</param>
/// <param name="classId">Only this class counts; null for all.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new PrecisionAtRecall(0.8)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/classification_metrics/#precisionatrecall-class"/>
public class PrecisionAtRecall(double recall, int numThresholds = 200, int? classId = null, string? name = null, string? dtype = null)
    : CurveMetric(name, dtype, numThresholds, classId)
{
    /// <summary>The least recall.</summary>
    public double Recall { get; } = Guard.Fraction(recall, nameof(PrecisionAtRecall), nameof(recall));

    /// <summary>Number of thresholds that are tried.</summary>
    public int NumThresholds { get; } = numThresholds;

    /// <summary>Only this class counts; null for all.</summary>
    public int? ClassId { get; } = classId;

    /// <inheritdoc/>
    public override Tensor Result() => Best(Precisions, Recalls, Recall);
}
