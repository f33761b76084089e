namespace NeuralOpt.Keras.Metrics;

/// <summary>Mean intersection over union of some classes, labels one hot.</summary>
/// <param name="numClasses">Number of classes.</param>
/// <param name="targetClassIds">The classes whose mean is taken.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of the state; int64 by default, which drops the fractions of weights.</param>
/// <param name="ignoreClass">A label whose elements do not count; null for none.</param>
/// <param name="sparseYPred">Whether predictions are class numbers rather than one number a class.</param>
/// <param name="axis">The axis of the classes, where there is one.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new OneHotIoU(numClasses: 3, targetClassIds: [0, 2])]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/segmentation_metrics/#onehotiou-class"/>
public class OneHotIoU(
    int numClasses,
    IReadOnlyList<int> targetClassIds,
    string? name = null,
    string? dtype = null,
    int? ignoreClass = null,
    bool sparseYPred = false,
    int axis = -1)
    : IoUMetric(name, dtype, numClasses, Guard.NotNull(targetClassIds, nameof(OneHotIoU)), ignoreClass, false, sparseYPred, axis)
{
    /// <summary>The classes whose mean is taken.</summary>
    public IReadOnlyList<int> TargetClassIds => Targets;

    /// <summary>Whether predictions are class numbers.</summary>
    public bool SparseYPred => SparsePred;
}
