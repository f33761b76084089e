namespace NeuralOpt.Keras.Layers;

/// <summary>Repeats each step.</summary>
/// <param name="size">Factor; 2 by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new UpSampling1D(2).Apply(Ops.Ones((1, 4, 3)));     // (1, 8, 3)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/up_sampling1d/"/>
public class UpSampling1D(int size = 2, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>Factor.</summary>
    public int Size { get; } = Guard.Positive(size, "UpSampling1D", "size");

    /// <inheritdoc/>
    public override IReadOnlyList<InputSpec> InputSpecs => [new() { Ndim = 3 }];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Upsampling.Nearest(inputs, 1, Size);
}
