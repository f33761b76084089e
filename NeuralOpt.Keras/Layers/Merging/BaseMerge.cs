namespace NeuralOpt.Keras.Layers;

/// <summary>Joins several inputs element by element: what its layers share.</summary>
/// <remarks>Inputs broadcast; one of fewer axes gets axes of length 1 after the batch. A step of the result counts if it does in one of the inputs.</remarks>
public abstract class BaseMerge : Layer
{
    private protected BaseMerge(string? name, bool trainable, string? dtype)
        : base(name, trainable, dtype)
    {
    }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    private protected override bool TakesSeveral => true;

    /// <inheritdoc/>
    public override Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> previousMask)
        => previousMask?.Count > 0 && previousMask.All(m => m is not null) ? previousMask.Aggregate(static (a, b) => Ops.LogicalOr(a!, b!)) : null;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        if (inputs.Count == 0)
        {
            throw new ShapeException("the layer takes at least one input. Received: none.");
        }

        int rank = inputs.Max(t => t.Rank);
        Tensor[] x = [.. inputs.Select(t => Widen(t, rank))];
        Shape shape = x[0].Shape;
        foreach (Tensor t in x.Skip(1))
        {
            bool sameBatch = rank == 0 || shape.At(0) is not { } a || t.Shape.At(0) is not { } b || a == b;
            shape = (sameBatch ? ShapeRules.Broadcast(shape, t.Shape) : null)
                ?? throw new ShapeException($"the inputs must broadcast, and have one batch. Received shapes: {string.Join(", ", inputs.Select(i => i.Shape))}.");
        }

        return Merge(x, context.Masks);
    }

    /// <summary>Joins inputs of one rank.</summary>
    private protected abstract Tensor Merge(Tensor[] x, IReadOnlyList<Tensor?> masks);

    /// <summary>The mask of an input as one of its elements.</summary>
    private protected static Tensor? Spread(Tensor? mask, Tensor x)
    {
        while (mask is not null && mask.Rank < x.Rank)
        {
            mask = Ops.ExpandDims(mask, -1);
        }

        return mask;
    }

    private static Tensor Widen(Tensor x, int rank)
    {
        while (x.Rank > 0 && x.Rank < rank)
        {
            x = Ops.ExpandDims(x, 1);
        }

        return x;
    }
}
