namespace NeuralOpt.Keras.Layers;

/// <summary>Product of the inputs, element by element.</summary>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <example>
/// <code>
/// Tensor product = new Multiply().Apply([Ops.Ones((2, 3)), Ops.Zeros((2, 3))]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/merging_layers/multiply/"/>
public class Multiply(string? name = null, bool trainable = true, string? dtype = null) : BaseMerge(name, trainable, dtype)
{
    private protected override Tensor Merge(Tensor[] x, IReadOnlyList<Tensor?> masks)
    {
        // A masked element counts as 1, and as 0 where all are masked.
        Tensor?[] spread = [.. x.Select((t, i) => Spread(masks[i], t))];
        Tensor y = x.Select((t, i) => spread[i] is { } m ? Ops.Where(m, t, 1) : t).Aggregate(Ops.Multiply);
        return spread.All(m => m is not null) ? Ops.Where(spread.Aggregate(static (a, b) => Ops.LogicalOr(a!, b!))!, y, 0) : y;
    }
}
