namespace NeuralOpt.Keras.Layers;

/// <summary>Mean of each channel over all steps.</summary>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="keepdims">Whether the spatial axes stay, with length 1; false by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>From (batch, steps, channels) to (batch, channels). Masked steps do not count.</remarks>
/// <example>
/// <code>
/// Tensor z = new GlobalAveragePooling1D().Apply(Ops.Ones((2, 10, 4)));       // (2, 4)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/pooling_layers/global_average_pooling1d/"/>
[KerasName("GlobalAvgPool1D")]
public class GlobalAveragePooling1D(
    string? dataFormat = null, bool keepdims = false, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : BaseGlobalPooling(1, dataFormat, keepdims, name, trainable, dtype, inputShape)
{
    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    public override Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> previousMask) => null;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (context.Mask is not { } mask)
        {
            return Ops.Mean(inputs, SpatialAxes, Keepdims);
        }

        int channels = DataFormat == "channels_last" ? 2 : 1;
        Tensor x = Promotion.Widened(inputs) ?? inputs;
        Tensor counts = Ops.ExpandDims(Ops.Cast(mask, x.DType), channels);
        return Ops.Cast(Ops.Sum(x * counts, SpatialAxes, Keepdims) / Ops.Sum(counts, SpatialAxes, Keepdims), inputs.DType);
    }
}
