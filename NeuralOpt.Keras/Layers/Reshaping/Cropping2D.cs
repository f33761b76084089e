namespace NeuralOpt.Keras.Layers;

/// <summary>Cuts the edges of height and width.</summary>
/// <param name="cropping">Number of elements to cut at the edges: one number, one for each axis, or before and after for each axis; 0 by default.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new Cropping2D(((2, 2), (4, 4))).Apply(Ops.Ones((2, 28, 28, 3)));      // (2, 24, 20, 3)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/cropping2d/"/>
public class Cropping2D(
    Margins? cropping = null, string? dataFormat = null, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : BaseMargins(2, cropping ?? 0, "cropping", dataFormat, name, trainable, dtype, inputShape)
{
    /// <summary>Number of elements to cut at the edges.</summary>
    public Margins Cropping => Sides;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Change(inputs, -1);
}
