using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>Precision: the fraction of true positives among what was predicted as positive, <c>tp / (tp + fp)</c>.</summary>
/// <param name="thresholds">What a prediction must exceed to count as 1, from 0 to 1; 0.5 by default, none with <paramref name="topK"/>. With several, the result has one number for each.</param>
/// <param name="topK">Only the highest so many predictions of a sample count as 1; null for all.</param>
/// <param name="classId">Only this class counts; null for all.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new Precision()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/classification_metrics/#precision-class"/>
public class Precision(Thresholds? thresholds = null, int? topK = null, int? classId = null, string? name = null, string? dtype = null)
    : ConfusionMetric(name, dtype, thresholds is null ? [topK is null ? 0.5 : -1e10] : [.. thresholds], Cells.TruePositives | Cells.FalsePositives, topK, classId)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    /// <summary>What a prediction must exceed to count as positive; null for 0.5.</summary>
    public Thresholds? Thresholds => thresholds;

    /// <summary>Only the highest so many predictions count as 1; null for all.</summary>
    public int? TopK { get; } = Guard.AtLeast(1, topK, nameof(Precision), nameof(topK));

    /// <summary>Only this class counts; null for all.</summary>
    public int? ClassId { get; } = Guard.AtLeast(0, classId, nameof(Precision), nameof(classId));

    /// <inheritdoc/>
    public override Tensor Result() => Single(Weighting.DivideNoNan(TP, TP + FP));
}
