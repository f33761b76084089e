using System.Security.Cryptography;

namespace NeuralOpt.Keras;

/// <summary>MT19937, the generator of Python's <c>random</c>, from which Keras takes its default seeds, and of NumPy.</summary>
internal sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[Length];
    private int _next = Length;

    private MersenneTwister(uint seed)
    {
        _state[0] = seed;
        for (int i = 1; i < Length; i++)
        {
            _state[i] = (1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i;
        }
    }

    /// <summary>Seeded as <c>random.seed(n)</c> does.</summary>
    internal static MersenneTwister FromPythonSeed(ulong seed)
        => FromKey(seed >> 32 == 0 ? [(uint)seed] : [(uint)seed, (uint)(seed >> 32)]);

    /// <summary>Seeded by the system, different in every process.</summary>
    internal static MersenneTwister FromEntropy() => FromPythonSeed(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));

    /// <summary>Seeded as NumPy's <c>RandomState</c> is.</summary>
    internal static MersenneTwister FromNumpySeed(uint seed) => new(seed);

    /// <summary>A whole number from <paramref name="a"/> to <paramref name="b"/>, both included; Python's <c>random.randint</c>.</summary>
    internal long Randint(long a, long b) => a + Below(checked((uint)(b - a + 1)));

    /// <summary>Python's <c>random.shuffle</c>.</summary>
    internal void Shuffle(Span<int> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = (int)Below((uint)i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    internal uint NextWord()
    {
        if (_next == Length)
        {
            Regenerate();
            _next = 0;
        }

        uint y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    // As many bits as the width has, until they are below it.
    private uint Below(uint width)
    {
        int shift = int.LeadingZeroCount((int)width);
        uint value;
        do
        {
            value = NextWord() >> shift;
        }
        while (value >= width);

        return value;
    }

    private static MersenneTwister FromKey(uint[] key)
    {
        MersenneTwister mt = new(19650218);
        uint[] s = mt._state;
        int i = 1;
        int j = 0;
        for (int n = Math.Max(Length, key.Length); n > 0; n--)
        {
            s[i] = (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) * 1664525)) + key[j] + (uint)j;
            i = Advance(s, i);
            j = (j + 1) % key.Length;
        }

        for (int n = Length - 1; n > 0; n--)
        {
            s[i] = (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) * 1566083941)) - (uint)i;
            i = Advance(s, i);
        }

        s[0] = 0x80000000;
        return mt;
    }

    private static int Advance(uint[] s, int i)
    {
        if (++i < Length)
        {
            return i;
        }

        s[0] = s[Length - 1];
        return 1;
    }

    private void Regenerate()
    {
        for (int k = 0; k < Length; k++)
        {
            uint y = (_state[k] & 0x80000000) | (_state[(k + 1) % Length] & 0x7FFFFFFF);
            _state[k] = _state[(k + Shift) % Length] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
        }
    }
}
