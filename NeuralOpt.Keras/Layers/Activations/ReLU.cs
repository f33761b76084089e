namespace NeuralOpt.Keras.Layers;

/// <summary>Rectified linear unit: <c>max(x, 0)</c>, with a slope, a maximum and a threshold if wanted.</summary>
/// <param name="maxValue">The maximum; null for none.</param>
/// <param name="negativeSlope">Slope below the threshold, at least 0; 0 by default.</param>
/// <param name="threshold">Below it the function is damped, at least 0; 0 by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new ReLU(maxValue: 6).Apply(x);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/activation_layers/relu/"/>
public class ReLU(
    double? maxValue = null,
    double negativeSlope = 0.0,
    double threshold = 0.0,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>The largest value.</summary>
    public double? MaxValue { get; } = maxValue is { } max ? Guard.NotNegative(max, "ReLU", "maxValue") : null;

    /// <summary>Slope below the threshold.</summary>
    public double NegativeSlope { get; } = Guard.NotNegative(negativeSlope, "ReLU", "negativeSlope");

    /// <summary>Below it the function is damped.</summary>
    public double Threshold { get; } = Guard.NotNegative(threshold, "ReLU", "threshold");

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Keras.Activations.Relu(inputs, NegativeSlope, MaxValue, Threshold);
}
