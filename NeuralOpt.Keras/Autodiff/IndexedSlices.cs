namespace NeuralOpt.Keras;

/// <summary>The gradient of rows that were looked up: one slice a look-up, not yet added up. Reads as the dense gradient.</summary>
/// <remarks>Optimizers see the slices, because Keras applies whatever is not linear (squares, clipping) to each look-up.</remarks>
internal sealed class IndexedSlices(Tensor values, Tensor indices, TensorSpec spec) : Tensor(spec, null)
{
    private Tensor? _dense;

    /// <summary>(look-ups, rest): the slices.</summary>
    internal Tensor Values { get; } = values;

    /// <summary>(look-ups): the row of each slice.</summary>
    internal Tensor Indices { get; } = indices;

    private protected override bool HasValues => Values.IsConcrete && Indices.IsConcrete;

    internal override Buffer Buffer => ToDense().Buffer;

    /// <summary>The slices of equal rows added up.</summary>
    internal Tensor ToDense() => _dense ??= Ops.SegmentSum(Values, Indices, Shape.At(0));

    /// <summary>The same rows with other slices.</summary>
    internal IndexedSlices With(Tensor values) => new(values, Indices, new(Spec.Shape, values.DType));

    internal static Tensor Dense(Tensor t) => t is IndexedSlices s ? s.ToDense() : t;

    internal static Tensor Add(Tensor a, Tensor b)
        => a is IndexedSlices x && b is IndexedSlices y
            ? new IndexedSlices(Ops.Concatenate([x.Values, y.Values], 0), Ops.Concatenate([x.Indices, y.Indices], 0), x.Spec)
            : Ops.Add(Dense(a), Dense(b));
}
