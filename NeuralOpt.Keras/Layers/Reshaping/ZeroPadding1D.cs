namespace NeuralOpt.Keras.Layers;

/// <summary>Puts zeros at the edges of steps.</summary>
/// <param name="padding">Number of zeros at the edges: one number, before and after; 1 by default.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new ZeroPadding1D(2).Apply(Ops.Ones((2, 10, 4)));       // (2, 14, 4)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/zero_padding1d/"/>
public class ZeroPadding1D(
    Margins? padding = null, string? dataFormat = null, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : BaseMargins(1, padding ?? 1, "padding", dataFormat, name, trainable, dtype, inputShape)
{
    /// <summary>Number of zeros at the edges.</summary>
    public Margins Padding => Sides;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Change(inputs, 1);
}
