namespace NeuralOpt.Keras.Metrics;

/// <summary>Cross-entropy of integer labels.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
/// <param name="ignoreClass">A label whose elements do not count; null for none.</param>
/// <param name="axis">The axis of the classes.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new SparseCategoricalCrossentropy()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/probabilistic_metrics/#sparsecategoricalcrossentropy-class"/>
public class SparseCategoricalCrossentropy(
    string? name = "sparse_categorical_crossentropy",
    string? dtype = null,
    bool fromLogits = false,
    int? ignoreClass = null,
    int axis = -1)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    /// <summary>Whether predictions are logits rather than probabilities.</summary>
    public bool FromLogits => fromLogits;

    /// <summary>A label whose elements do not count; null for none.</summary>
    public int? IgnoreClass => ignoreClass;

    /// <summary>The axis of the classes.</summary>
    public int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Losses.SparseCategoricalCrossentropy.Formula(yTrue, yPred, fromLogits, ignoreClass, axis);
}
