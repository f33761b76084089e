namespace NeuralOpt.Keras.Layers;

/// <summary>Brings each vector along an axis to Euclidean length 1.</summary>
/// <param name="axis">The axes of a vector; the last by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new UnitNormalization().Apply(Ops.Ones((2, 3)));     // rows of length 1
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/normalization_layers/unit_normalization/"/>
public class UnitNormalization(Axis? axis = null, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>The axes of a vector.</summary>
    public Axis Axis { get; } = axis ?? -1;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.Normalize(inputs, Axis, order: 2, epsilon: 1e-12);
}
