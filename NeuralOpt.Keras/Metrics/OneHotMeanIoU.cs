namespace NeuralOpt.Keras.Metrics;

/// <summary>Mean intersection over union of all classes, labels one hot.</summary>
/// <param name="numClasses">Number of classes.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of the state; int64 by default, which drops the fractions of weights.</param>
/// <param name="ignoreClass">A label whose elements do not count; null for none.</param>
/// <param name="sparseYPred">Whether predictions are class numbers rather than one number a class.</param>
/// <param name="axis">The axis of the classes, where there is one.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new OneHotMeanIoU(numClasses: 3)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/segmentation_metrics/#onehotmeaniou-class"/>
public class OneHotMeanIoU(
    int numClasses,
    string? name = null,
    string? dtype = null,
    int? ignoreClass = null,
    bool sparseYPred = false,
    int axis = -1)
    : IoUMetric(name, dtype, numClasses, null, ignoreClass, false, sparseYPred, axis)
{
    /// <summary>Whether predictions are class numbers.</summary>
    public bool SparseYPred => SparsePred;
}
