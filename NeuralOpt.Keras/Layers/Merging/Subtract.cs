namespace NeuralOpt.Keras.Layers;

/// <summary>Difference of two inputs, element by element.</summary>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <example>
/// <code>
/// Tensor difference = new Subtract().Apply([Ops.Ones((2, 3)), Ops.Zeros((2, 3))]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/merging_layers/subtract/"/>
public class Subtract(string? name = null, bool trainable = true, string? dtype = null) : BaseMerge(name, trainable, dtype)
{
    private protected override Tensor Merge(Tensor[] x, IReadOnlyList<Tensor?> masks)
        => x.Length == 2 ? x[0] - x[1] : throw new ShapeException($"the layer takes two inputs. Received: {x.Length}.");
}
