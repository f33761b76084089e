namespace NeuralOpt.Keras.Layers;

/// <summary>Repeats a vector as the steps of a sequence.</summary>
/// <param name="n">Number of repetitions, at least 1.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>From (batch, features) to (batch, n, features).</remarks>
/// <example>
/// <code>
/// Tensor z = new RepeatVector(3).Apply(Ops.Ones((2, 32)));       // (2, 3, 32)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/repeat_vector/"/>
public class RepeatVector(int n, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>Number of repetitions.</summary>
    public int N { get; } = Guard.Positive(n, "RepeatVector", "n");

    /// <inheritdoc/>
    public override IReadOnlyList<InputSpec> InputSpecs => [new() { Ndim = 2 }];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        return Ops.Stretched("RepeatVector", Ops.ExpandDims(inputs, 1), 1, N);
    }
}
