namespace NeuralOpt.Keras.Files;

/// <summary>What a file may ask of the reader, the same for every format.</summary>
/// <remarks>
/// A size that a file declares is checked against the bytes that are there before anything is allocated:
/// stored data cannot be larger than the file, and compressed data not larger than the ratios below allow.
/// </remarks>
internal sealed record LoadPolicy
{
    internal static LoadPolicy Default { get; } = new();

    /// <summary>Bytes that one file may unpack to.</summary>
    internal long MaxBytes { get; init; } = long.MaxValue;

    /// <summary>Unpacked to packed bytes, above <see cref="RatioFloor"/>: what is packed tighter is a bomb.</summary>
    internal long MaxRatio { get; init; } = 100;

    /// <summary>Unpacked bytes up to which only deflate's own limit applies.</summary>
    internal long RatioFloor { get; init; } = 16L << 20;

    /// <summary>Entries that an archive may have however small it is.</summary>
    internal long EntryFloor { get; init; } = 10_000;

    /// <summary>Bytes of the archive that each entry beyond <see cref="EntryFloor"/> must have: data sets of small pictures have more, floods of empty files less.</summary>
    internal long BytesPerEntry { get; init; } = 128;

    /// <summary>Deflate cannot reach a higher ratio, so a larger size is a lie.</summary>
    internal const long DeflateLimit = 1032;

    /// <summary>Throws when an archive of <paramref name="packed"/> bytes must not have so many entries.</summary>
    internal void CheckEntries(string where, long entries, long packed)
    {
        long most = Math.Max(EntryFloor, packed / BytesPerEntry);
        if (entries > most)
        {
            throw new InvalidFileException($"{where}: an archive of {packed} bytes must have at most {most} entries. Received: more.");
        }
    }

    /// <summary>Throws when <paramref name="unpacked"/> bytes cannot, or must not, come out of <paramref name="packed"/>.</summary>
    internal void CheckUnpacked(string where, long unpacked, long packed)
    {
        long ratio = unpacked > RatioFloor ? MaxRatio : DeflateLimit;
        if (unpacked < 0 || packed < 0 || unpacked > MaxBytes || unpacked / ratio > packed)
        {
            throw new InvalidFileException(
                $"{where}: the declared size must be at most {ratio} times the stored size and {MaxBytes} bytes; "
                + $"data that is packed tighter can be saved uncompressed. Received: {unpacked} bytes from {packed}.");
        }
    }
}
