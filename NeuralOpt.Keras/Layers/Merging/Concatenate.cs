namespace NeuralOpt.Keras.Layers;

/// <summary>Puts the inputs one after the other along an axis.</summary>
/// <param name="axis">The axis; the last by default. All other axes must have equal lengths.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <example>
/// <code>
/// var a = new Input(16);
/// var b = new Input(4);
/// var both = new Concatenate().Apply([a, b]);        // (null, 20)
/// var model = new Model((Tensor[])[a, b], new Dense(1).Apply(both));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/merging_layers/concatenate/"/>
public class Concatenate(int axis = -1, string? name = null, bool trainable = true, string? dtype = null)
    : Layer(name, trainable, dtype)
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;

    private protected override bool TakesSeveral => true;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    public override Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> previousMask)
    {
        if (previousMask?.All(m => m is null) != false)
        {
            return null;
        }

        // An input without mask counts everywhere.
        Tensor[] full = [.. Guard.NotNull(inputs, "Concatenate").Select((x, i) => Full(x, previousMask[i]))];
        return Ops.Any(Ops.Concatenate(full, Axis), axis: -1);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        int rank = inputs[0].Rank;
        int a = Keras.Axis.One("Concatenate", Axis, rank);
        return inputs.All(t => t.Rank == rank && t.Shape.With(a, null).IsCompatibleWith(inputs[0].Shape.With(a, null)))
            ? (Tensors)Ops.Concatenate([.. inputs], a)
            : throw new ShapeException(
                $"the inputs must have equal lengths at all axes but {Axis}. Received shapes: {string.Join(", ", inputs.Select(t => t.Shape))}.");
    }

    private static Tensor Full(Tensor x, Tensor? mask)
    {
        if (mask is null)
        {
            return Ops.OnesLike(x, DType.Bool);
        }

        while (mask.Rank < x.Rank)
        {
            mask = Ops.ExpandDims(mask, -1);
        }

        return Ops.LogicalOr(mask, Ops.ZerosLike(x, DType.Bool));
    }
}
