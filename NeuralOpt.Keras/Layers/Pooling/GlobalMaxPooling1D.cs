namespace NeuralOpt.Keras.Layers;

/// <summary>Maximum of each channel over all steps.</summary>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="keepdims">Whether the spatial axes stay, with length 1; false by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>From (batch, steps, channels) to (batch, channels).</remarks>
/// <example>
/// <code>
/// Tensor z = new GlobalMaxPooling1D().Apply(Ops.Ones((2, 10, 4)));       // (2, 4)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/pooling_layers/global_max_pooling1d/"/>
[KerasName("GlobalMaxPool1D")]
public class GlobalMaxPooling1D(
    string? dataFormat = null, bool keepdims = false, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : BaseGlobalPooling(1, dataFormat, keepdims, name, trainable, dtype, inputShape)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.Max(inputs, SpatialAxes, Keepdims);
}
