namespace NeuralOpt.Keras.Metrics;

/// <summary>The best specificity at thresholds where sensitivity, which is recall, is at least a given one.</summary>
/// <param name="sensitivity">The least sensitivity, from 0 to 1.</param>
/// <param name="numThresholds">Number of thresholds from 0 to 1 that are tried.</param>
/// <param name="classId">Only this class counts; null for all.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new SpecificityAtSensitivity(0.5)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/classification_metrics/#specificityatsensitivity-class"/>
public class SpecificityAtSensitivity(double sensitivity, int numThresholds = 200, int? classId = null, string? name = null, string? dtype = null)
    : CurveMetric(name, dtype, numThresholds, classId)
{
    /// <summary>The least sensitivity.</summary>
    public double Sensitivity { get; } = Guard.Fraction(sensitivity, nameof(SpecificityAtSensitivity), nameof(sensitivity));

    /// <summary>Number of thresholds that are tried.</summary>
    public int NumThresholds { get; } = numThresholds;

    /// <summary>Only this class counts; null for all.</summary>
    public int? ClassId { get; } = classId;

    /// <inheritdoc/>
    public override Tensor Result() => Best(Specificities, Recalls, Sensitivity);
}
