namespace NeuralOpt.Keras.Metrics;

/// <summary>Intersection over union of classes 0 and 1, predictions compared with a threshold.</summary>
/// <param name="targetClassIds">0, 1 or both; both by default.</param>
/// <param name="threshold">What a prediction must reach to count as 1.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of the state; int64 by default, which drops the fractions of weights.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new BinaryIoU()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/segmentation_metrics/#binaryiou-class"/>
public class BinaryIoU(IReadOnlyList<int>? targetClassIds = null, double threshold = 0.5, string? name = null, string? dtype = null)
    : IoUMetric(name, dtype, 2, targetClassIds, null, true, true, -1)
{
    /// <summary>The classes whose mean is taken.</summary>
    public IReadOnlyList<int> TargetClassIds => Targets;

    /// <summary>What a prediction must reach to count as 1.</summary>
    public double Threshold { get; } = Guard.Finite(threshold, nameof(BinaryIoU), nameof(threshold));

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
        => base.UpdateState(yTrue, Ops.Cast(yPred >= Threshold, DType.Int32), sampleWeight);
}
