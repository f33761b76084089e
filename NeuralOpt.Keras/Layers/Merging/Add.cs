namespace NeuralOpt.Keras.Layers;

/// <summary>Sum of the inputs, element by element.</summary>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <example>
/// <code>
/// var a = new Input(16);
/// var shortcut = new Add().Apply([a, new Dense(16).Apply(a)]);       // what a residual block does
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/merging_layers/add/"/>
public class Add(string? name = null, bool trainable = true, string? dtype = null) : BaseMerge(name, trainable, dtype)
{
    private protected override Tensor Merge(Tensor[] x, IReadOnlyList<Tensor?> masks) => x.Aggregate(Ops.Add);
}
