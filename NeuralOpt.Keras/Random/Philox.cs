namespace NeuralOpt.Keras;

/// <summary>Philox 4x32-10: a stream of words that is a pure function of a seed pair, the same on every engine.</summary>
/// <remarks>Salmon et al., Parallel random numbers: as easy as 1, 2, 3 (2011); keyed as TensorFlow keys its stateless functions.</remarks>
internal readonly struct Philox
{
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly ulong _high;

    private Philox(uint key0, uint key1, ulong high)
    {
        _key0 = key0;
        _key1 = key1;
        _high = high;
    }

    internal (uint Key0, uint Key1, ulong High) State => (_key0, _key1, _high);

    /// <summary>The stream of a pair of seeds, which are scrambled once into key and counter.</summary>
    internal static Philox FromSeeds(long seed0, long seed1)
    {
        Span<uint> x = stackalloc uint[4];
        Rounds((ulong)seed0, (ulong)seed1, 0x3EC8F720, 0x02461E29, x);
        return new(x[0], x[1], x[2] | ((ulong)x[3] << 32));
    }

    /// <summary>The stream of a pair as it stands: the first is the key, the second the upper half of the counter.</summary>
    internal static Philox FromKey(long seed, long seed2) => new((uint)seed, (uint)((ulong)seed >> 32), (ulong)seed2);

    /// <summary>Four words: words <c>4 block</c> to <c>4 block + 3</c> of the stream.</summary>
    internal void Block(ulong block, Span<uint> words) => Rounds(block, _high, _key0, _key1, words);

    private static void Rounds(ulong low, ulong high, uint k0, uint k1, Span<uint> words)
    {
        (uint c0, uint c1, uint c2, uint c3) = ((uint)low, (uint)(low >> 32), (uint)high, (uint)(high >> 32));
        for (int i = 0; i < 10; i++)
        {
            ulong p = (ulong)c0 * 0xD2511F53;
            ulong q = (ulong)c2 * 0xCD9E8D57;
            (c0, c1, c2, c3) = ((uint)(q >> 32) ^ c1 ^ k0, (uint)q, (uint)(p >> 32) ^ c3 ^ k1, (uint)p);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        words[0] = c0;
        words[1] = c1;
        words[2] = c2;
        words[3] = c3;
    }
}
