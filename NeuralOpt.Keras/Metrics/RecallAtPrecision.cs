namespace NeuralOpt.Keras.Metrics;

/// <summary>The best recall at thresholds where precision is at least a given one.</summary>
/// <param name="precision">The least precision, from 0 to 1.</param>
/// <param name="numThresholds">Number of thresholds from 0 to 1 that are tried.</param>
/// <param name="classId">Only this class counts; null for all.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new RecallAtPrecision(0.8)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/classification_metrics/#recallatprecision-class"/>
public class RecallAtPrecision(double precision, int numThresholds = 200, int? classId = null, string? name = null, string? dtype = null)
    : CurveMetric(name, dtype, numThresholds, classId)
{
    /// <summary>The least precision.</summary>
    public double Precision { get; } = Guard.Fraction(precision, nameof(RecallAtPrecision), nameof(precision));

    /// <summary>Number of thresholds that are tried.</summary>
    public int NumThresholds { get; } = numThresholds;

    /// <summary>Only this class counts; null for all.</summary>
    public int? ClassId { get; } = classId;

    /// <inheritdoc/>
    public override Tensor Result() => Best(Recalls, Precisions, Precision);
}
