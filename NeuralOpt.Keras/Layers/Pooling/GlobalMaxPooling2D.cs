namespace NeuralOpt.Keras.Layers;

/// <summary>Maximum of each channel over all height and width.</summary>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="keepdims">Whether the spatial axes stay, with length 1; false by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>From (batch, height, width, channels) to (batch, channels).</remarks>
/// <example>
/// <code>
/// Tensor z = new GlobalMaxPooling2D().Apply(Ops.Ones((2, 7, 7, 4)));     // (2, 4)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/pooling_layers/global_max_pooling2d/"/>
[KerasName("GlobalMaxPool2D")]
public class GlobalMaxPooling2D(
    string? dataFormat = null, bool keepdims = false, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : BaseGlobalPooling(2, dataFormat, keepdims, name, trainable, dtype, inputShape)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.Max(inputs, SpatialAxes, Keepdims);
}
