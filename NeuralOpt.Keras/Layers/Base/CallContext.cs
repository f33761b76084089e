namespace NeuralOpt.Keras.Layers;

/// <summary>What a layer's <c>Call</c> may want to know besides its inputs.</summary>
/// <param name="Training">Whether the call is part of training.</param>
/// <param name="Masks">The mask of each input; null where there is none.</param>
public readonly record struct CallContext(bool Training, IReadOnlyList<Tensor?> Masks)
{
    /// <summary>The mask of the first input: bool, (batch, steps); null if there is none.</summary>
    public Tensor? Mask => Masks.Count > 0 ? Masks[0] : null;
}
