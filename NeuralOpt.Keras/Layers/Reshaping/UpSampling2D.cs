namespace NeuralOpt.Keras.Layers;

/// <summary>Lengthens height and width by repeating rows and columns, or by interpolation.</summary>
/// <param name="size">Factor, one number or one for each axis; 2 by default.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="interpolation"><c>"nearest"</c> (default), <c>"bilinear"</c>, <c>"bicubic"</c>, <c>"lanczos3"</c> or <c>"lanczos5"</c>.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new UpSampling2D((2, 2), interpolation: "bilinear").Apply(Ops.Ones((1, 14, 14, 8)));      // (1, 28, 28, 8)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/up_sampling2d/"/>
public class UpSampling2D(
    Shape? size = null,
    string? dataFormat = null,
    string interpolation = "nearest",
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>Factor of each axis.</summary>
    public Shape Size { get; } = Guard.Window(size ?? 2, 2, "UpSampling2D", "size");

    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; } = Guard.DataFormat(dataFormat, "UpSampling2D");

    /// <summary>How new elements come about.</summary>
    public string Interpolation { get; } = Guard.OneOfAnyCase(
        interpolation, "UpSampling2D", "interpolation", "nearest", "bilinear", "bicubic", "lanczos3", "lanczos5");

    /// <inheritdoc/>
    public override IReadOnlyList<InputSpec> InputSpecs => [new() { Ndim = 4 }];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        int first = DataFormat == "channels_last" ? 1 : 2;
        Tensor y = inputs;
        for (int i = 0; i < 2; i++)
        {
            int factor = Size[i];
            y = Interpolation == "nearest" ? Upsampling.Nearest(y, first + i, factor) : Upsampling.Smooth(y, first + i, factor, Interpolation);
        }

        return y;
    }
}
