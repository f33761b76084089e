namespace NeuralOpt.Keras.Layers;

/// <summary>Lengthens depth, height, width by repeating.</summary>
/// <param name="size">Factor, one number or one for each axis; 2 by default.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new UpSampling3D(2).Apply(Ops.Ones((1, 4, 4, 4, 1)));       // (1, 8, 8, 8, 1)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/up_sampling3d/"/>
public class UpSampling3D(
    Shape? size = null,
    string? dataFormat = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>Factor of each axis.</summary>
    public Shape Size { get; } = Guard.Window(size ?? 2, 3, "UpSampling3D", "size");

    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; } = Guard.DataFormat(dataFormat, "UpSampling3D");

    /// <inheritdoc/>
    public override IReadOnlyList<InputSpec> InputSpecs => [new() { Ndim = 5 }];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        int first = DataFormat == "channels_last" ? 1 : 2;
        Tensor y = inputs;
        for (int i = 0; i < 3; i++)
        {
            int factor = Size[i];
            y = Upsampling.Nearest(y, first + i, factor);
        }

        return y;
    }
}
