namespace NeuralOpt.Keras;

/// <summary>How much is printed: 0 nothing, 1 a bar, 2 a line an epoch, <c>"auto"</c> a bar.</summary>
public readonly record struct Verbose
{
    private readonly int? _level;

    private Verbose(int? level) => _level = level;

    /// <summary>0, 1 or 2.</summary>
    internal int Level => _level ?? 1;

    /// <summary>That level.</summary>
    /// <param name="level">0, 1 or 2.</param>
    public static implicit operator Verbose(int level)
        => level is >= 0 and <= 2 ? new(level) : throw new KerasArgumentException($"verbose must be 0, 1, 2 or \"auto\". Received: {level}.");

    /// <summary>The default level.</summary>
    /// <param name="level">The word <c>auto</c>.</param>
    public static implicit operator Verbose(string? level)
        => level is null or "auto" ? default : throw new KerasArgumentException($"verbose must be 0, 1, 2 or \"auto\". Received: '{level}'.");
}
