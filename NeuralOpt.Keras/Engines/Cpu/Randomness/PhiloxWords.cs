using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Many blocks of a Philox stream at once.</summary>
internal static unsafe class PhiloxWords
{
    private const int Lanes = 8;

    /// <summary>Writes four words for each of <paramref name="blocks"/> blocks from <paramref name="first"/> on.</summary>
    internal static void Fill(Philox stream, ulong first, int blocks, uint* words)
    {
        int done = 0;
        if (Avx2.IsSupported)
        {
            (uint k0, uint k1, ulong high) = stream.State;

            // Where the low word of the counter turns over within a group, blocks go one by one.
            for (; blocks - done >= Lanes && (uint)(first + (ulong)done) <= uint.MaxValue - Lanes; done += Lanes)
            {
                Eight(first + (ulong)done, high, k0, k1, words + (4 * done));
            }
        }

        for (; done < blocks; done++)
        {
            stream.Block(first + (ulong)done, new Span<uint>(words + (4 * done), 4));
        }
    }

    /// <summary>Eight blocks, one a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(ulong low, ulong high, uint k0, uint k1, uint* words)
    {
        Vector256<uint> c0 = Vector256.Create((uint)low) + Vector256<uint>.Indices;
        Vector256<uint> c1 = Vector256.Create((uint)(low >> 32));
        Vector256<uint> c2 = Vector256.Create((uint)high);
        Vector256<uint> c3 = Vector256.Create((uint)(high >> 32));
        Vector256<uint> m0 = Vector256.Create(0xD2511F53u);
        Vector256<uint> m1 = Vector256.Create(0xCD9E8D57u);
        for (int round = 0; round < 10; round++)
        {
            (Vector256<uint> lowP, Vector256<uint> highP) = Product(c0, m0);
            (Vector256<uint> lowQ, Vector256<uint> highQ) = Product(c2, m1);
            c0 = highQ ^ c1 ^ Vector256.Create(k0);
            c1 = lowQ;
            c2 = highP ^ c3 ^ Vector256.Create(k1);
            c3 = lowP;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        // From one word a register to one block after the other.
        Vector256<ulong> a = Avx2.UnpackLow(c0, c1).AsUInt64();
        Vector256<ulong> b = Avx2.UnpackHigh(c0, c1).AsUInt64();
        Vector256<ulong> c = Avx2.UnpackLow(c2, c3).AsUInt64();
        Vector256<ulong> d = Avx2.UnpackHigh(c2, c3).AsUInt64();
        Vector256<ulong> blocks04 = Avx2.UnpackLow(a, c);
        Vector256<ulong> blocks15 = Avx2.UnpackHigh(a, c);
        Vector256<ulong> blocks26 = Avx2.UnpackLow(b, d);
        Vector256<ulong> blocks37 = Avx2.UnpackHigh(b, d);
        ulong* to = (ulong*)words;
        Avx2.Permute2x128(blocks04, blocks15, 0x20).Store(to);
        Avx2.Permute2x128(blocks26, blocks37, 0x20).Store(to + 4);
        Avx2.Permute2x128(blocks04, blocks15, 0x31).Store(to + 8);
        Avx2.Permute2x128(blocks26, blocks37, 0x31).Store(to + 12);
    }

    /// <summary>Low and high halves of eight products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<uint> Low, Vector256<uint> High) Product(Vector256<uint> x, Vector256<uint> m)
    {
        Vector256<ulong> even = Avx2.Multiply(x, m);
        Vector256<ulong> odd = Avx2.Multiply((x.AsUInt64() >>> 32).AsUInt32(), m);
        return (Avx2.Blend(even.AsUInt32(), (odd << 32).AsUInt32(), 0xAA), Avx2.Blend((even >>> 32).AsUInt32(), odd.AsUInt32(), 0xAA));
    }
}

/// <summary>Floats of a range from words: their low 23 bits over 2^23, scaled.</summary>
internal abstract unsafe class UnitLoop
{
    internal abstract void Run(uint* words, float* y, int n, float scale, float offset);
}

/// <summary>A register at a time; scaling and offset are rounded one after the other, as TensorFlow does.</summary>
internal sealed unsafe class UnitLoop<S, V> : UnitLoop where S : struct, ISimd<V> where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(uint* words, float* y, int n, float scale, float offset)
    {
        V mantissa = S.BroadcastInt32(0x7FFFFF);
        V one = S.Broadcast(1f);
        for (int i = 0; i < n; i += S.Width)
        {
            int count = Math.Min(S.Width, n - i);
            V bits = S.Or(S.And(S.LoadPartial((float*)words + i, count), mantissa), one);
            V value = S.Mul(S.Sub(bits, one), S.Broadcast(scale));
            S.StorePartial(y + i, S.Add(value, S.Broadcast(offset)), count);
        }
    }
}
