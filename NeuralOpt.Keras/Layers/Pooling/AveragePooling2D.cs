namespace NeuralOpt.Keras.Layers;

/// <summary>Mean of each window over height and width.</summary>
/// <param name="poolSize">Size of the window, one number or one for each axis.</param>
/// <param name="strides">Stride of the windows; <paramref name="poolSize"/> by default.</param>
/// <param name="padding"><c>"valid"</c> (default): windows lie inside; <c>"same"</c>: they reach over the edges, where nothing is.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>From (batch, height, width, channels) to the same with fewer places.</remarks>
/// <example>
/// <code>
/// Tensor z = new AveragePooling2D(2, padding: "same").Apply(Ops.Ones((1, 7, 7, 8)));     // (1, 4, 4, 8)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/pooling_layers/average_pooling2d/"/>
[KerasName("AvgPool2D")]
public class AveragePooling2D(
    Shape poolSize,
    Shape? strides = null,
    string padding = "valid",
    string? dataFormat = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : BasePooling(2, poolSize, strides, padding, dataFormat, name, trainable, dtype, inputShape)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.AveragePool(inputs, PoolSize, Strides, Padding, DataFormat);
}
