namespace NeuralOpt.Keras.Layers;

/// <summary>All axes but the batch become one.</summary>
/// <param name="dataFormat"><c>"channels_last"</c> (default), or <c>"channels_first"</c>, whose channels are brought to the end first.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>From (batch, a, b, ...) to (batch, a * b * ...).</remarks>
/// <example>
/// <code>
/// Tensor z = new Flatten().Apply(Ops.Ones((2, 28, 28)));      // (2, 784)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/flatten/"/>
public class Flatten(string? dataFormat = null, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; } = Guard.DataFormat(dataFormat, "Flatten");

    /// <inheritdoc/>
    public override IReadOnlyList<InputSpec> InputSpecs => [new() { MinNdim = 1 }];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        Tensor x = DataFormat == "channels_first" && inputs.Rank > 2 ? Ops.Moveaxis(inputs, 1, -1) : inputs;
        int? length = ShapeRules.Product(x.Shape[1..]);
        return Ops.Reshape(x, x.Shape.At(0) is { } batch && length is null ? Shape.Of(batch, null) : Shape.Of(null, length));
    }
}
