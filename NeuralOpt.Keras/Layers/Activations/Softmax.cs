namespace NeuralOpt.Keras.Layers;

/// <summary>Softmax: <c>exp(x) / sum(exp(x))</c> along an axis.</summary>
/// <param name="axis">The axes whose values will sum to 1; the last by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>A mask must broadcast to the input; where it is false the result is 0.</remarks>
/// <example>
/// <code>
/// Tensor p = new Softmax().Apply(Ops.Ones((2, 4)));      // rows of 0.25
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/activation_layers/softmax/"/>
public class Softmax(Axis? axis = null, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>The axes whose values will sum to 1.</summary>
    public Axis Axis { get; } = axis ?? -1;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (context.Mask is not { } mask)
        {
            return Ops.Softmax(inputs, Axis);
        }

        // What is masked gets no share, even where everything is.
        Tensor stays = Ops.Cast(mask, inputs.DType);
        double lowest = inputs.DType == DType.Float16 ? -3e4 : -1e9;
        return Ops.Softmax(inputs + ((1 - stays) * lowest), Axis) * stays;
    }
}
