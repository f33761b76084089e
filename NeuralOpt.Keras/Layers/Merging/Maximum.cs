namespace NeuralOpt.Keras.Layers;

/// <summary>Maximum of the inputs, element by element.</summary>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <example>
/// <code>
/// Tensor larger = new Maximum().Apply([Ops.Ones((2, 3)), Ops.Zeros((2, 3))]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/merging_layers/maximum/"/>
public class Maximum(string? name = null, bool trainable = true, string? dtype = null) : BaseMerge(name, trainable, dtype)
{
    private protected override Tensor Merge(Tensor[] x, IReadOnlyList<Tensor?> masks) => Extremum.Of(Ops.Maximum, x, [.. x.Select((t, i) => Spread(masks[i], t))]);
}
