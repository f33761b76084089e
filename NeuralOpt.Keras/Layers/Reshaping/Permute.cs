namespace NeuralOpt.Keras.Layers;

/// <summary>Puts the axes in another order.</summary>
/// <param name="dims">Axes of the input, counted from 1 after the batch: <c>(2, 1)</c> swaps the first two.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new Permute((2, 1)).Apply(Ops.Ones((2, 10, 64)));       // (2, 64, 10)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/permute/"/>
public class Permute(Axis dims, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    private readonly int[] _order = Order([.. dims]);

    /// <summary>Axes of the input, counted from 1 after the batch.</summary>
    public IReadOnlyList<int> Dims => _order;

    /// <inheritdoc/>
    public override IReadOnlyList<InputSpec> InputSpecs => [new() { Ndim = _order.Length + 1 }];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.Transpose(inputs, (int[])[0, .. _order]);

    private static int[] Order(int[] dims)
        => dims.Order().SequenceEqual(Enumerable.Range(1, dims.Length))
            ? dims
            : throw new KerasArgumentException($"Permute: dims must be the axes from 1 to {dims.Length}, each once. Received: ({string.Join(", ", dims)}).");
}
