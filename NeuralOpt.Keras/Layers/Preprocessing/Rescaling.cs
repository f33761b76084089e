namespace NeuralOpt.Keras.Layers;

/// <summary>Brings numbers to another scale: <c>x * scale + offset</c>.</summary>
/// <param name="scale">The factor, such as <c>1.0 / 255</c>, or one for each channel.</param>
/// <param name="offset">What is added, or one for each channel; 0 by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>Integers, such as the bytes of an image, become floating point first.</remarks>
/// <example>
/// <code>
/// var model = new Sequential([new Input((28, 28, 1)), new Rescaling(1.0 / 255), new Flatten(), new Dense(10)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/"/>
public class Rescaling(
    Tensor scale,
    Tensor? offset = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>The factor.</summary>
    public Tensor Scale { get; } = scale;

    /// <summary>What is added.</summary>
    public Tensor Offset { get; } = offset ?? 0.0;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => (Ops.Cast(inputs, ComputeDType) * Ops.Cast(Scale, ComputeDType)) + Ops.Cast(Offset, ComputeDType);
}
