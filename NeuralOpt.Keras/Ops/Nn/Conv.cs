namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Convolution over 1 to 3 spatial axes: the sum of each window's elements, weighted by the kernel.</summary>
    /// <param name="inputs">(batch, spatial..., channels), or (batch, channels, spatial...) for channels first.</param>
    /// <param name="kernel">(window..., channels / groups, filters); the number of groups follows from the channels.</param>
    /// <param name="strides">Stride of the windows, one number or one for each spatial axis; 1 by default.</param>
    /// <param name="padding"><c>"valid"</c>: windows lie inside; <c>"same"</c>: zeros around, so that stride 1 keeps the length.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <param name="dilationRate">Dilation rate of the window; 1 by default.</param>
    /// <returns>(batch, windows..., filters).</returns>
    /// <exception cref="ShapeException">The channels do not fit, or a window is larger than the input.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#conv-function"/>
    public static Tensor Conv(Tensor inputs, Tensor kernel, Shape? strides = null, string padding = "valid", string? dataFormat = null, Shape? dilationRate = null)
    {
        (inputs, kernel) = Promotion.Common(inputs, kernel);
        return Padding.Run("Conv", dataFormat, inputs, x => Convolve("Conv", x, kernel, strides, padding, dilationRate));
    }

    /// <summary>Convolution of each channel with its own kernels.</summary>
    /// <param name="inputs">(batch, spatial..., channels), or (batch, channels, spatial...) for channels first.</param>
    /// <param name="kernel">(window..., channels, multiplier).</param>
    /// <param name="strides">Stride of the windows, one number or one for each spatial axis; 1 by default.</param>
    /// <param name="padding"><c>"valid"</c> or <c>"same"</c>.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <param name="dilationRate">Dilation rate of the window; 1 by default.</param>
    /// <returns>(batch, windows..., channels * multiplier), the multiplier running fastest.</returns>
    /// <exception cref="ShapeException">The channels do not fit, or a window is larger than the input.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#depthwise_conv-function"/>
    public static Tensor DepthwiseConv(Tensor inputs, Tensor kernel, Shape? strides = null, string padding = "valid", string? dataFormat = null, Shape? dilationRate = null)
    {
        (inputs, kernel) = Promotion.Common(inputs, kernel);
        return Padding.Run("DepthwiseConv", dataFormat, inputs, x => Depthwise("DepthwiseConv", x, kernel, strides, padding, dilationRate));
    }

    /// <summary>Convolution of each channel with its own kernels, then of all channels element by element.</summary>
    /// <param name="inputs">(batch, spatial..., channels), or (batch, channels, spatial...) for channels first.</param>
    /// <param name="depthwiseKernel">(window..., channels, multiplier).</param>
    /// <param name="pointwiseKernel">(1..., channels * multiplier, filters).</param>
    /// <param name="strides">Stride of the windows, one number or one for each spatial axis; 1 by default.</param>
    /// <param name="padding"><c>"valid"</c> or <c>"same"</c>.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <param name="dilationRate">Dilation rate of the window; 1 by default.</param>
    /// <returns>(batch, windows..., filters).</returns>
    /// <exception cref="ShapeException">The channels do not fit, or a window is larger than the input.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#separable_conv-function"/>
    public static Tensor SeparableConv(Tensor inputs, Tensor depthwiseKernel, Tensor pointwiseKernel, Shape? strides = null, string padding = "valid", string? dataFormat = null, Shape? dilationRate = null)
    {
        (inputs, depthwiseKernel) = Promotion.Common(inputs, depthwiseKernel);
        return Padding.Run("SeparableConv", dataFormat, inputs, x => Convolve(
            "SeparableConv",
            Depthwise("SeparableConv", x, depthwiseKernel, strides, padding, dilationRate),
            Cast(pointwiseKernel, x.DType),
            null,
            "valid",
            null));
    }

    private static Tensor Depthwise(string op, Tensor x, Tensor kernel, Shape? strides, string padding, Shape? dilation)
    {
        if (kernel.Rank != x.Rank || (x.Shape.At(^1) is { } c && kernel.Shape.At(^2) is { } k && c != k))
        {
            throw new ShapeException($"{op}: the kernel must be (window..., channels, multiplier) with the channels of the inputs. Received shapes: {x.Shape}, {kernel.Shape}.");
        }

        // One group a channel.
        int? filters = Lengths.Product(op, kernel.Shape[^2..]);
        return Convolve(op, x, Reshape(kernel, kernel.Shape[..^2].Concat(Shape.Of(1, filters))), strides, padding, dilation);
    }

    private static Tensor Convolve(string op, Tensor x, Tensor kernel, Shape? strides, string padding, Shape? dilation)
    {
        if (kernel.Rank != x.Rank || !kernel.Shape.IsKnown)
        {
            throw new ShapeException($"{op}: the kernel must be (window..., channels / groups, filters). Received shapes: {x.Shape}, {kernel.Shape}.");
        }

        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Convolve(op, wide, Cast(kernel, DType.Float32), strides, padding, dilation), DType.Float16);
        }

        int spatial = x.Rank - 2;
        int[] window = kernel.Shape.ToArray()[..spatial];
        int[] step = Padding.PerAxis(op, "strides", strides, spatial);
        int[] rate = Padding.PerAxis(op, "dilationRate", dilation, spatial);
        return Op.Apply(new ConvOp(op, new(op, window, step, Padding.Checked(op, padding), rate)), x, kernel);
    }
}
