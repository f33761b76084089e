namespace NeuralOpt.Keras.Metrics;

/// <summary>Mean intersection over union of some classes.</summary>
/// <param name="numClasses">Number of classes.</param>
/// <param name="targetClassIds">The classes whose mean is taken.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of the state; int64 by default, which drops the fractions of weights.</param>
/// <param name="ignoreClass">A label whose elements do not count; null for none.</param>
/// <param name="sparseYTrue">Whether labels are class numbers rather than one number a class.</param>
/// <param name="sparseYPred">Whether predictions are class numbers rather than one number a class.</param>
/// <param name="axis">The axis of the classes, where there is one.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new IoU(numClasses: 2, targetClassIds: [1])]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/segmentation_metrics/#iou-class"/>
public class IoU(
    int numClasses,
    IReadOnlyList<int> targetClassIds,
    string? name = null,
    string? dtype = null,
    int? ignoreClass = null,
    bool sparseYTrue = true,
    bool sparseYPred = true,
    int axis = -1)
    : IoUMetric(name, dtype, numClasses, Guard.NotNull(targetClassIds, nameof(IoU)), ignoreClass, sparseYTrue, sparseYPred, axis)
{
    /// <summary>The classes whose mean is taken.</summary>
    public IReadOnlyList<int> TargetClassIds => Targets;

    /// <summary>Whether labels are class numbers.</summary>
    public bool SparseYTrue => SparseTrue;

    /// <summary>Whether predictions are class numbers.</summary>
    public bool SparseYPred => SparsePred;
}
