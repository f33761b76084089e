using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Normal numbers four pairs at a time: <see cref="BoxMuller"/> operation for operation, so equal to it in every bit.</summary>
internal static unsafe class BoxMullerLanes
{
    /// <summary>Turns words into as many normal numbers in place; their number is a multiple of four, and four more may be overwritten.</summary>
    internal static void Run(uint* words, int count, SimdLevel level)
    {
        float* numbers = (float*)words;
        if (level >= SimdLevel.V256 && Avx2.IsSupported)
        {
            Vectors(words, numbers, count);
            return;
        }

        for (int i = 0; i < count; i += 2)
        {
            (numbers[i], numbers[i + 1]) = BoxMuller.Pair(words[i], words[i + 1]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Vectors(uint* words, float* numbers, int count)
    {
        fixed (double* inverse = BoxMuller.Inverse, logarithm = BoxMuller.Logarithm)
        {
            Vector256<float> one = Vector256.Create(1f);
            for (int i = 0; i < count; i += 8)
            {
                Vector256<uint> mantissa = Vector256.Load(words + i) & Vector256.Create(0x7FFFFFu);
                Vector256<float> unit = (mantissa | one.AsUInt32()).AsSingle() - one;
                Vector128<float> u1 = Sse.Max(Sse.Shuffle(unit.GetLower(), unit.GetUpper(), 0x88), Vector128.Create(1e-7f));
                Vector128<float> u2 = Sse.Shuffle(unit.GetLower(), unit.GetUpper(), 0xDD);
                Vector128<float> v = Avx.ConvertToVector128Single(Vector256.Create(2 * Math.PI) * Avx.ConvertToVector256Double(u2));
                Vector128<float> r = Sse.Sqrt(Vector128.Create(-2f) * Log(u1, inverse, logarithm));
                (Vector128<float> sin, Vector128<float> cos) = SinCos(v);
                (Vector128<float> first, Vector128<float> second) = (sin * r, cos * r);
                Vector256.Create(Sse.UnpackLow(first, second), Sse.UnpackHigh(first, second)).Store(numbers + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Log(Vector128<float> u, double* inverse, double* logarithm)
    {
        Vector128<int> bits = u.AsInt32();
        Vector128<int> t = bits - Vector128.Create(0x3F330000);
        Vector128<int> i = (t >> 19) & Vector128.Create(15);
        Vector256<double> k = Avx.ConvertToVector256Double(t >> 23);
        Vector256<double> z = Avx.ConvertToVector256Double((bits - (t & Vector128.Create(unchecked((int)0xFF800000)))).AsSingle());
        Vector256<double> r = (z * Table(inverse, i)) - Vector256.Create(1.0);
        Vector256<double> y0 = Table(logarithm, i) + (k * Bits(0x3fe62e42fefa39ef));
        Vector256<double> r2 = r * r;
        Vector256<double> y = (Bits(0x3fd5575b0be00b6a) * r) + Bits(0xbfdffffef20a4123);
        y = (Bits(0xbfd00ea348b88334) * r2) + y;
        return Avx.ConvertToVector128Single((y * r2) + (y0 + r));
    }

    // Below 0.75 the quadrant comes out as 0, and below 2^-12 the polynomials round to (v, 1): no case is a case of its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Sin, Vector128<float> Cos) SinCos(Vector128<float> v)
    {
        Vector256<double> x = Avx.ConvertToVector256Double(v);
        Vector128<int> n = (Avx.ConvertToVector128Int32WithTruncation(x * Bits(0x41645f306dc9c883)) + Vector128.Create(0x800000)) >> 24;
        x -= Avx.ConvertToVector256Double(n) * Bits(0x3ff921fb54442d18);
        Vector256<double> x2 = x * x;
        Vector256<double> x3 = x2 * x;
        Vector256<double> x4 = x2 * x2;
        Vector256<double> x5 = x3 * x2;
        Vector256<double> x6 = x4 * x2;
        Vector256<double> s = (x + (x3 * Bits(0xbfc555545995a603))) + (x5 * (Bits(0x3f81107605230bc4) + (x2 * Bits(0xbf2994eb3774cf24))));
        Vector256<double> c = ((Vector256.Create(1.0) + (x2 * Bits(0xbfdffffffd0c621c))) + (x4 * Bits(0x3fa55553e1068f19)))
            + (x6 * (Bits(0xbf56c087e89a359d) + (x2 * Bits(0x3ef99343027bf8c3))));
        Vector128<int> two = Vector128.Create(2);
        Vector128<int> sin = Avx.ConvertToVector128Single(s).AsInt32() ^ (((n + Vector128.Create(1)) & two) << 30);
        Vector128<int> cos = Avx.ConvertToVector128Single(c).AsInt32() ^ ((n & two) << 30);
        Vector128<int> swap = (n << 31) >> 31;
        return (Vector128.ConditionalSelect(swap, cos, sin).AsSingle(), Vector128.ConditionalSelect(swap, sin, cos).AsSingle());
    }

    /// <summary>Entries of a table of sixteen, from registers where it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Table(double* table, Vector128<int> index)
        => Avx512F.IsSupported
            ? Avx512F.PermuteVar8x64x2(
                Vector512.Load(table), Avx2.ConvertToVector256Int64(index).ToVector512Unsafe(), Vector512.Load(table + 8)).GetLower()
            : Avx2.GatherVector256(table, index, sizeof(double));

    private static Vector256<double> Bits(ulong bits) => Vector256.Create(bits).AsDouble();
}
