namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Mean of windows that divide each spatial axis into a given number of parts.</summary>
    /// <param name="inputs">(batch, spatial..., channels), or (batch, channels, spatial...) for channels first.</param>
    /// <param name="outputSize">How many parts, one number or one for each spatial axis.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <returns>(batch, parts..., channels), the floating-point dtype of the inputs.</returns>
    /// <remarks>Part i of n goes from <c>floor(i length / n)</c> to <c>ceil((i + 1) length / n)</c>: parts may overlap by one element.</remarks>
    /// <seealso href="https://keras.io/api/ops/nn/"/>
    public static Tensor AdaptiveAveragePool(Tensor inputs, Shape outputSize, string? dataFormat = null)
        => InParts("AdaptiveAveragePool", Promotion.Floating(inputs), outputSize, dataFormat, static (part, axis) => Mean(part, axis, keepdims: true));

    /// <summary>Maximum of windows that divide each spatial axis into a given number of parts.</summary>
    /// <param name="inputs">(batch, spatial..., channels), or (batch, channels, spatial...) for channels first.</param>
    /// <param name="outputSize">How many parts, one number or one for each spatial axis.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <returns>(batch, parts..., channels), the dtype of the inputs.</returns>
    /// <remarks>Part i of n goes from <c>floor(i length / n)</c> to <c>ceil((i + 1) length / n)</c>: parts may overlap by one element.</remarks>
    /// <seealso href="https://keras.io/api/ops/nn/"/>
    public static Tensor AdaptiveMaxPool(Tensor inputs, Shape outputSize, string? dataFormat = null)
        => InParts("AdaptiveMaxPool", inputs, outputSize, dataFormat, static (part, axis) => Max(part, axis, keepdims: true));

    // A mean of means, or a maximum of maxima: one axis after the other, as the parts of an axis are the same everywhere.
    private static Tensor InParts(string op, Tensor inputs, Shape outputSize, string? dataFormat, Func<Tensor, int, Tensor> reduce)
        => Padding.Run(op, dataFormat, inputs, x =>
        {
            int[] parts = Padding.PerAxis(op, "outputSize", outputSize, x.Rank - 2);
            for (int axis = 1; axis < x.Rank - 1; axis++)
            {
                int n = parts[axis - 1];
                int length = x.Shape.At(axis) ?? throw new ShapeException($"{op}: the spatial axes must have known lengths. Received shape: {inputs.Shape}.");
                HostMemory.Claim(HostMemory.Bytes(n, x.DType.Size()), op);
                Tensor whole = x;
                x = Concatenate([.. Enumerable.Range(0, n).Select(i => reduce(SliceAxis(whole, axis, (int)((long)i * length / n), (int)((((i + 1L) * length) + n - 1) / n)), axis))], axis);
            }

            return x;
        });
}
