using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Adds a penalty on its input to the loss, and gives the input back.</summary>
/// <param name="l1">Factor of the absolute values, at least 0; 0 by default.</param>
/// <param name="l2">Factor of the squares, at least 0; 0 by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// var model = new Sequential([new Input(8), new Dense(16, activation: "relu"), new ActivityRegularization(l1: 1e-4), new Dense(1)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularization_layers/activity_regularization/"/>
public class ActivityRegularization(
    double l1 = 0.0,
    double l2 = 0.0,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, new L1L2(l1, l2), inputShape)
{
    /// <summary>Factor of the absolute values.</summary>
    public double L1 { get; } = l1;

    /// <summary>Factor of the squares.</summary>
    public double L2 { get; } = l2;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => inputs;
}
