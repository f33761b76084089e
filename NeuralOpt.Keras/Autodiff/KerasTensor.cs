namespace NeuralOpt.Keras;

/// <summary>A tensor that exists only while a model is described: shape and dtype, no values.</summary>
/// <remarks>Made by <c>Input</c>, and by layers and ops applied to one. <c>new Model(inputs, outputs)</c> follows it back to where it came from.</remarks>
public sealed class KerasTensor : Tensor
{
    /// <summary>Makes a symbolic tensor.</summary>
    /// <param name="shape">Its shape, the batch axis included; unknown axes are <c>null</c>.</param>
    /// <param name="dtype">Type of its elements; float32 by default.</param>
    /// <param name="sparse">Must be false: there are no sparse tensors.</param>
    /// <param name="ragged">Must be false: there are no ragged tensors.</param>
    /// <param name="recordHistory">Has no say: only what comes from an <c>Input</c> can become part of a model.</param>
    /// <param name="name">Name, for error messages; null for none.</param>
    /// <exception cref="ArgumentException">It is to be sparse or ragged.</exception>
    public KerasTensor(Shape shape, DTypeLike? dtype = null, bool sparse = false, bool ragged = false, bool recordHistory = true, string? name = null)
        : base(new(shape, dtype ?? DType.Float32), null)
    {
        _ = recordHistory;
        Name = !sparse && !ragged ? name
            : throw new KerasArgumentException($"KerasTensor: {(sparse ? "sparse" : "ragged")} must be false: there are no such tensors. Received: true.");
    }

    /// <summary>Whether it is sparse: never.</summary>
    public bool Sparse => false;

    /// <summary>Whether its rows differ in length: never.</summary>
    public bool Ragged => false;

    /// <summary>The same elements under another shape; one axis may be -1.</summary>
    /// <param name="newshape">The new shape.</param>
    public new Tensor Reshape(Shape newshape) => Ops.Reshape(this, newshape);

    /// <summary>Name, for error messages.</summary>
    public string? Name { get; }

    /// <summary>The call that made it; null for one that no model can follow, such as those inside a layer's <c>Call</c>.</summary>
    internal History? Source { get; init; }

    /// <summary>Which output of which call a symbolic tensor is: Keras's <c>_keras_history</c>.</summary>
    internal sealed record History(ISymbolicCall Call, int Output);

    /// <inheritdoc/>
    public override string ToString()
        => $"<KerasTensor shape={Shape}, dtype={DType.Name()}{(Name is null ? "" : $", name={Name}")}>";
}
