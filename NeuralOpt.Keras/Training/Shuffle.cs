namespace NeuralOpt.Keras;

/// <summary>How <c>Fit</c> orders the samples: <c>true</c>, <c>false</c>, or <c>"batch"</c>.</summary>
public readonly record struct Shuffle
{
    private Shuffle(ShuffleKind kind) => Kind = kind;

    internal ShuffleKind Kind { get; }

    /// <summary>All samples anew in each epoch, or none.</summary>
    /// <param name="shuffle">Whether to shuffle.</param>
    public static implicit operator Shuffle(bool shuffle) => new(shuffle ? ShuffleKind.Samples : ShuffleKind.None);

    /// <summary><c>"batch"</c>: each batch in itself, the batches in their places.</summary>
    /// <param name="shuffle">The word <c>batch</c>.</param>
    public static implicit operator Shuffle(string shuffle)
        => shuffle == "batch" ? new(ShuffleKind.Batches) : throw new KerasArgumentException($"Fit: shuffle must be true, false or \"batch\". Received: '{shuffle}'.");
}

internal enum ShuffleKind
{
    None, Samples, Batches,
}
