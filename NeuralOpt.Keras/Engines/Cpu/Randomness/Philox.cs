namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Philox 4x32-10: a block of four words from a key and a 128-bit counter.</summary>
/// <seealso href="https://www.thesalmons.org/john/random123/papers/random123sc11.pdf"/>
internal readonly struct Philox(uint k0, uint k1, ulong low, ulong high)
{
    internal uint Key0 { get; } = k0;

    internal uint Key1 { get; } = k1;

    /// <summary>The upper half of the counter; the lower half counts blocks from 0.</summary>
    internal ulong High { get; } = high;

    internal ulong Low { get; } = low;

    /// <summary>The stream of a seed pair: TensorFlow scrambles the pair once, and Keras first brings both entries into the range of int32.</summary>
    internal static Philox Stateless(long s0, long s1)
    {
        const long Modulus = 2147483646;
        long a = ((s0 % Modulus) + Modulus) % Modulus;
        long b = ((s1 % Modulus) + Modulus) % Modulus;
        (uint x0, uint x1, uint x2, uint x3) = new Philox(0x3EC8F720, 0x02461E29, (ulong)a, (ulong)b).Block(0);
        return new(x0, x1, 0, x2 | ((ulong)x3 << 32));
    }

    /// <summary>Block <paramref name="index"/> of the stream.</summary>
    internal (uint X0, uint X1, uint X2, uint X3) Block(ulong index)
    {
        ulong low = Low + index;
        ulong high = High + (low < index ? 1ul : 0);
        (uint c0, uint c1, uint c2, uint c3) = ((uint)low, (uint)(low >> 32), (uint)high, (uint)(high >> 32));
        (uint k0, uint k1) = (Key0, Key1);
        for (int round = 0; round < 10; round++)
        {
            ulong p = c0 * 0xD2511F53ul;
            ulong q = c2 * 0xCD9E8D57ul;
            (c0, c1, c2, c3) = ((uint)(q >> 32) ^ c1 ^ k0, (uint)q, (uint)(p >> 32) ^ c3 ^ k1, (uint)p);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        return (c0, c1, c2, c3);
    }
}
