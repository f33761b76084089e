namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>How a length is cut into chunks: from the length alone, so that every machine cuts alike.</summary>
internal static class Split
{
    /// <summary>Chunks in which an operation is cut when nothing else says how many.</summary>
    internal const int Chunks = 16;

    /// <summary>Multiply-adds (or as much other work) below which waking a thread costs more than it saves.</summary>
    internal const long SerialWork = 150_000;

    /// <summary>How many chunks of at least <paramref name="grain"/> elements to cut, 1 to <see cref="Chunks"/>.</summary>
    internal static int Count(long length, long grain) => (int)Math.Clamp(length / grain, 1, Chunks);

    /// <summary>Where a part begins; part <paramref name="parts"/> begins at <paramref name="length"/>.</summary>
    /// <param name="length">What is cut.</param>
    /// <param name="parts">Into how many.</param>
    /// <param name="part">Which part, 0 to <paramref name="parts"/>, inclusive.</param>
    /// <param name="multiple">Every start but the end is a multiple of it: a vector width, a cache line, a tile.</param>
    internal static long Start(long length, int parts, int part, int multiple = 1)
    {
        long units = (length + multiple - 1) / multiple;
        return Math.Min(length, units * part / parts * multiple);
    }
}
