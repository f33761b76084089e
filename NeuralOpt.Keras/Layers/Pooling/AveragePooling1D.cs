namespace NeuralOpt.Keras.Layers;

/// <summary>Mean of each window over steps.</summary>
/// <param name="poolSize">Size of the window.</param>
/// <param name="strides">Stride of the windows; <paramref name="poolSize"/> by default.</param>
/// <param name="padding"><c>"valid"</c> (default): windows lie inside; <c>"same"</c>: they reach over the edges, where nothing is.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>From (batch, steps, channels) to the same with fewer steps.</remarks>
/// <example>
/// <code>
/// Tensor z = new AveragePooling1D(2).Apply(Ops.Ones((1, 10, 4)));        // (1, 5, 4)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/pooling_layers/average_pooling1d/"/>
[KerasName("AvgPool1D")]
public class AveragePooling1D(
    Shape poolSize,
    Shape? strides = null,
    string padding = "valid",
    string? dataFormat = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : BasePooling(1, poolSize, strides, padding, dataFormat, name, trainable, dtype, inputShape)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.AveragePool(inputs, PoolSize, Strides, Padding, DataFormat);
}
