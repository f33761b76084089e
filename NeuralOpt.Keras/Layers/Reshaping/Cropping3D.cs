namespace NeuralOpt.Keras.Layers;

/// <summary>Cuts the edges of depth, height, width.</summary>
/// <param name="cropping">Number of elements to cut at the edges: one number, one for each axis, or before and after for each axis; 1 by default.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new Cropping3D(2).Apply(Ops.Ones((1, 8, 8, 8, 1)));     // (1, 4, 4, 4, 1)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/cropping3d/"/>
public class Cropping3D(
    Margins? cropping = null, string? dataFormat = null, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : BaseMargins(3, cropping ?? 1, "cropping", dataFormat, name, trainable, dtype, inputShape)
{
    /// <summary>Number of elements to cut at the edges.</summary>
    public Margins Cropping => Sides;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Change(inputs, -1);
}
