namespace NeuralOpt.Keras.Layers;

/// <summary>Masks the time steps whose features all have one value.</summary>
/// <param name="maskValue">The value; 0 by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>From (batch, steps, features) to the same shape; the features of masked steps become 0.</remarks>
/// <example>
/// <code>
/// var masked = new Masking(maskValue: 0).Apply(Ops.Ones((2, 5, 3)));      // steps that are all 0 do not count behind it
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/core_layers/masking/"/>
public class Masking(double maskValue = 0.0, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>The value.</summary>
    public double MaskValue { get; } = Guard.Finite(maskValue, "Masking", "maskValue");

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    public override Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> previousMask) => Ops.Any(Ops.NotEqual(Guard.NotNull(inputs, "Masking")[0], MaskValue), axis: -1);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
        => inputs * Ops.Cast(Ops.Any(Ops.NotEqual(inputs, MaskValue), axis: -1, keepdims: true), inputs.DType);
}
