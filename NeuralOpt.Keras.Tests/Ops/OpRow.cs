namespace NeuralOpt.Keras.Tests;

/// <summary>One op on tensors of some shapes, with what is to be checked of it.</summary>
/// <param name="Name">Name of the row, unique in its table.</param>
/// <param name="Apply">The op.</param>
/// <param name="Shapes">Shapes of the inputs.</param>
/// <param name="Low">Inputs are drawn from here ...</param>
/// <param name="High">... to here.</param>
/// <param name="Differentiable">Whether the gradient is compared with central differences.</param>
/// <param name="Symbolic">Whether the shape is inferred with the first axis unknown.</param>
public sealed record OpRow(
    string Name,
    Func<Tensor[], Tensor> Apply,
    Shape[] Shapes,
    double Low = -2,
    double High = 2,
    bool Differentiable = true,
    bool Symbolic = true)
{
    /// <summary>The shape of the input that most rows have.</summary>
    internal static Shape Cube { get; } = (3, 4, 5);

    /// <summary>An op of one tensor of shape <see cref="Cube"/>.</summary>
    internal static OpRow OfCube(string name, Func<Tensor, Tensor> op, bool gradient, bool open)
        => new(name, x => op(x[0]), [Cube], Differentiable: gradient, Symbolic: open);

    /// <summary>Distinct inputs of the domain, the same at every call.</summary>
    internal Tensor[] Inputs(DType dtype, int seed = 1)
    {
        System.Random random = new(seed);
        return [.. Shapes.Select(s =>
        {
            Tensor t = Tensor.Uninitialized(new(s, dtype));
            for (int i = 0; i < t.Size; i++)
            {
                t.WriteDouble(i, Low + ((High - Low) * random.NextDouble()));
            }

            return t;
        })];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
