using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Many blocks of a Philox stream at once.</summary>
/// <remarks>
/// A word of a block is the lower half of a 64-bit lane; what the upper half holds is never looked at, since a 32-bit multiplication
/// reads lower halves. So a product serves as its own lower word, and a counter carries beyond 32 bits by itself.
/// </remarks>
internal static unsafe class PhiloxWords
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;

    /// <summary>Writes four words for each of <paramref name="blocks"/> blocks: <paramref name="first"/>, <c>first + stride</c>, ...</summary>
    internal static void Fill(Philox stream, ulong first, int blocks, uint* words, SimdLevel level, uint stride = 1)
    {
        int done = 0;
        if (level == SimdLevel.V512 && Avx512F.IsSupported)
        {
            for (; blocks - done >= 16; done += 16)
            {
                Sixteen(stream, first + ((ulong)done * stride), stride, words + (4 * done));
            }
        }

        if (level >= SimdLevel.V256 && Avx2.IsSupported)
        {
            for (; blocks - done >= 8; done += 8)
            {
                Eight(stream, first + ((ulong)done * stride), stride, words + (4 * done));
            }
        }

        for (; done < blocks; done++)
        {
            stream.Block(first + ((ulong)done * stride), new Span<uint>(words + (4 * done), 4));
        }
    }

    /// <summary>Two chains of eight blocks, since one would leave the multiplier waiting; two rounds a turn, which saves moves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sixteen(Philox stream, ulong first, uint stride, uint* words)
    {
        (uint key0, uint key1, ulong high) = stream.State;
        Vector512<ulong> a0 = Vector512.Create(first) + (Vector512<ulong>.Indices * Vector512.Create((ulong)stride));
        Vector512<ulong> b0 = a0 + Vector512.Create(8ul * stride);
        (Vector512<ulong> a1, Vector512<ulong> b1) = (a0 >>> 32, b0 >>> 32);
        (Vector512<ulong> a2, Vector512<ulong> b2) = (Vector512.Create(high), Vector512.Create(high));
        (Vector512<ulong> a3, Vector512<ulong> b3) = (a2 >>> 32, b2 >>> 32);
        (Vector512<ulong> k0, Vector512<ulong> k1) = (Vector512.Create((ulong)key0), Vector512.Create((ulong)key1));
        (Vector512<ulong> step0, Vector512<ulong> step1) = (Vector512.Create((ulong)KeyStep0), Vector512.Create((ulong)KeyStep1));
        (Vector512<uint> m0, Vector512<uint> m1) = (Vector512.Create(Multiplier0), Vector512.Create(Multiplier1));
        for (int round = 0; round < 10; round += 2)
        {
            Round(ref a0, ref a1, ref a2, ref a3, k0, k1, m0, m1);
            Round(ref b0, ref b1, ref b2, ref b3, k0, k1, m0, m1);
            k0 += step0;
            k1 += step1;
            Round(ref a0, ref a1, ref a2, ref a3, k0, k1, m0, m1);
            Round(ref b0, ref b1, ref b2, ref b3, k0, k1, m0, m1);
            k0 += step0;
            k1 += step1;
        }

        Store(a0, a1, a2, a3, (ulong*)words);
        Store(b0, b1, b2, b3, (ulong*)words + 16);
    }

    /// <summary>Two chains of four blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(Philox stream, ulong first, uint stride, uint* words)
    {
        (uint key0, uint key1, ulong high) = stream.State;
        Vector256<ulong> a0 = Vector256.Create(first) + Vector256.Create(0ul, stride, 2ul * stride, 3ul * stride);
        Vector256<ulong> b0 = a0 + Vector256.Create(4ul * stride);
        (Vector256<ulong> a1, Vector256<ulong> b1) = (a0 >>> 32, b0 >>> 32);
        (Vector256<ulong> a2, Vector256<ulong> b2) = (Vector256.Create(high), Vector256.Create(high));
        (Vector256<ulong> a3, Vector256<ulong> b3) = (a2 >>> 32, b2 >>> 32);
        (Vector256<ulong> k0, Vector256<ulong> k1) = (Vector256.Create((ulong)key0), Vector256.Create((ulong)key1));
        (Vector256<uint> m0, Vector256<uint> m1) = (Vector256.Create(Multiplier0), Vector256.Create(Multiplier1));
        for (int round = 0; round < 10; round += 2)
        {
            Round(ref a0, ref a1, ref a2, ref a3, k0, k1, m0, m1);
            Round(ref b0, ref b1, ref b2, ref b3, k0, k1, m0, m1);
            k0 += Vector256.Create((ulong)KeyStep0);
            k1 += Vector256.Create((ulong)KeyStep1);
            Round(ref a0, ref a1, ref a2, ref a3, k0, k1, m0, m1);
            Round(ref b0, ref b1, ref b2, ref b3, k0, k1, m0, m1);
            k0 += Vector256.Create((ulong)KeyStep0);
            k1 += Vector256.Create((ulong)KeyStep1);
        }

        Store(a0, a1, a2, a3, (ulong*)words);
        Store(b0, b1, b2, b3, (ulong*)words + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector512<ulong> c0, ref Vector512<ulong> c1, ref Vector512<ulong> c2, ref Vector512<ulong> c3, Vector512<ulong> k0, Vector512<ulong> k1, Vector512<uint> m0, Vector512<uint> m1)
    {
        Vector512<ulong> p = Avx512F.Multiply(c0.AsUInt32(), m0);
        Vector512<ulong> q = Avx512F.Multiply(c2.AsUInt32(), m1);
        (c0, c1, c2, c3) = ((q >>> 32) ^ c1 ^ k0, q, (p >>> 32) ^ c3 ^ k1, p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector256<ulong> c0, ref Vector256<ulong> c1, ref Vector256<ulong> c2, ref Vector256<ulong> c3, Vector256<ulong> k0, Vector256<ulong> k1, Vector256<uint> m0, Vector256<uint> m1)
    {
        Vector256<ulong> p = Avx2.Multiply(c0.AsUInt32(), m0);
        Vector256<ulong> q = Avx2.Multiply(c2.AsUInt32(), m1);
        (c0, c1, c2, c3) = ((q >>> 32) ^ c1 ^ k0, q, (p >>> 32) ^ c3 ^ k1, p);
    }

    // From one word a register to one block after the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<ulong> c0, Vector512<ulong> c1, Vector512<ulong> c2, Vector512<ulong> c3, ulong* to)
    {
        Vector512<ulong> lower = Vector512.Create((ulong)uint.MaxValue);
        Vector512<ulong> first = Vector512.ConditionalSelect(lower, c0, c1 << 32);
        Vector512<ulong> second = Vector512.ConditionalSelect(lower, c2, c3 << 32);
        Avx512F.PermuteVar8x64x2(first, Vector512.Create(0ul, 8, 1, 9, 2, 10, 3, 11), second).Store(to);
        Avx512F.PermuteVar8x64x2(first, Vector512.Create(4ul, 12, 5, 13, 6, 14, 7, 15), second).Store(to + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ulong> c0, Vector256<ulong> c1, Vector256<ulong> c2, Vector256<ulong> c3, ulong* to)
    {
        Vector256<ulong> first = Avx2.Blend(c0.AsUInt32(), (c1 << 32).AsUInt32(), 0xAA).AsUInt64();
        Vector256<ulong> second = Avx2.Blend(c2.AsUInt32(), (c3 << 32).AsUInt32(), 0xAA).AsUInt64();
        Vector256<ulong> blocks02 = Avx2.UnpackLow(first, second);
        Vector256<ulong> blocks13 = Avx2.UnpackHigh(first, second);
        Avx2.Permute2x128(blocks02, blocks13, 0x20).Store(to);
        Avx2.Permute2x128(blocks02, blocks13, 0x31).Store(to + 4);
    }
}
