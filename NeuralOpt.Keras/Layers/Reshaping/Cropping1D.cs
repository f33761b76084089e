namespace NeuralOpt.Keras.Layers;

/// <summary>Cuts the edges of steps.</summary>
/// <param name="cropping">Number of elements to cut at the edges: one number, before and after; 1 by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new Cropping1D((1, 2)).Apply(Ops.Ones((2, 10, 4)));     // (2, 7, 4)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/cropping1d/"/>
public class Cropping1D(
    Margins? cropping = null, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : BaseMargins(1, cropping ?? 1, "cropping", null, name, trainable, dtype, inputShape)
{
    /// <summary>Number of elements to cut at the edges.</summary>
    public Margins Cropping => Sides;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Change(inputs, -1);
}
