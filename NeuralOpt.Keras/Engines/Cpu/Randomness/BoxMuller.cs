namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Two normal numbers from two words, with the C library's logf, sinf and cosf bit for bit.</summary>
/// <remarks>
/// The polynomials, in double, are those of Arm's Optimized Routines (MIT or Apache-2.0 with LLVM exception).
/// No multiplication is fused with an addition: that would change the last bit.
/// </remarks>
internal static class BoxMuller
{
    /// <summary>Factors that bring a number of one of sixteen ranges close to 1.</summary>
    internal static readonly double[] Inverse = Doubles(
        0x3ff661ec79f8f3be, 0x3ff571ed4aaf883d, 0x3ff49539f0f010b0, 0x3ff3c995b0b80385, 0x3ff30d190c8864a5, 0x3ff25e227b0b8ea0, 0x3ff1bb4a4a1a343f, 0x3ff12358f08ae5ba,
        0x3ff0953f419900a7, 0x3ff0000000000000, 0x3fee608cfd9a47ac, 0x3feca4b31f026aa0, 0x3feb2036576afce6, 0x3fe9c2d163a1aa2d, 0x3fe886e6037841ed, 0x3fe767dcf5534862);

    /// <summary>Logarithms that go with <see cref="Inverse"/>.</summary>
    internal static readonly double[] Logarithm = Doubles(
        0xbfd57bf7808caade, 0xbfd2bef0a7c06ddb, 0xbfd01eae7f513a67, 0xbfcb31d8a68224e9, 0xbfc6574f0ac07758, 0xbfc1aa2bc79c8100, 0xbfba4e76ce8c0e5e, 0xbfb1973c5a611ccc,
        0xbfa252f438e10c1e, 0x0000000000000000, 0x3faaa5aa5df25984, 0x3fbc5e53aa362eb4, 0x3fc526e57720db08, 0x3fcbc2860d224770, 0x3fd1058bc8a07ee1, 0x3fd4043057b6ee09);

    /// <summary>The sine's number first.</summary>
    internal static (float First, float Second) Pair(uint x0, uint x1)
    {
        float u1 = Math.Max(Unit(x0), 1e-7f);
        float v = (float)(2 * Math.PI * Unit(x1));
        float r = MathF.Sqrt(-2f * Log(u1));
        (float sin, float cos) = SinCos(v);
        return (sin * r, cos * r);
    }

    /// <summary>The same in double from four words.</summary>
    internal static (double First, double Second) Pair(uint x0, uint x1, uint x2, uint x3)
    {
        double u1 = Math.Max(Unit(x0, x1), 1e-7);
        double v = 2 * Math.PI * Unit(x2, x3);
        double r = Math.Sqrt(-2 * Math.Log(u1));
        return (Math.Sin(v) * r, Math.Cos(v) * r);
    }

    /// <summary>A float in [0, 1) of 23 bits.</summary>
    internal static float Unit(uint x) => BitConverter.UInt32BitsToSingle(0x3F800000 | (x & 0x7FFFFF)) - 1;

    /// <summary>A double in [0, 1) of 52 bits.</summary>
    internal static double Unit(uint x0, uint x1) => BitConverter.UInt64BitsToDouble(0x3FF0000000000000 | ((ulong)(x0 & 0xFFFFF) << 32) | x1) - 1;

    internal static float Log(float u)
    {
        uint bits = BitConverter.SingleToUInt32Bits(u);
        uint t = bits - 0x3F330000;
        int i = (int)(t >> 19) & 15;
        int k = (int)t >> 23;
        double z = BitConverter.UInt32BitsToSingle(bits - (t & 0xFF800000));
        double r = (z * Inverse[i]) - 1;
        double y0 = Logarithm[i] + (k * Double(0x3fe62e42fefa39ef));
        double r2 = r * r;
        double y = (Double(0x3fd5575b0be00b6a) * r) + Double(0xbfdffffef20a4123);
        y = (Double(0xbfd00ea348b88334) * r2) + y;
        return (float)((y * r2) + (y0 + r));
    }

    internal static (float Sin, float Cos) SinCos(float v)
    {
        if (v < 1f / 4096)
        {
            return (v, 1);
        }

        double x = v;
        int n = 0;
        if (v >= 0.75f)
        {
            n = ((int)(x * Double(0x41645f306dc9c883)) + 0x800000) >> 24;
            x -= n * Double(0x3ff921fb54442d18);
        }

        double x2 = x * x;
        double x3 = x2 * x;
        double x4 = x2 * x2;
        double x5 = x3 * x2;
        double x6 = x4 * x2;
        float s = (float)((x + (x3 * Double(0xbfc555545995a603))) + (x5 * (Double(0x3f81107605230bc4) + (x2 * Double(0xbf2994eb3774cf24)))));
        float c = (float)(((1 + (x2 * Double(0xbfdffffffd0c621c))) + (x4 * Double(0x3fa55553e1068f19)))
            + (x6 * (Double(0xbf56c087e89a359d) + (x2 * Double(0x3ef99343027bf8c3)))));
        s = ((n + 1) & 2) != 0 ? -s : s;
        c = (n & 2) != 0 ? -c : c;
        return (n & 1) != 0 ? (c, s) : (s, c);
    }

    private static double Double(ulong bits) => BitConverter.UInt64BitsToDouble(bits);

    private static double[] Doubles(params ulong[] bits) => Array.ConvertAll(bits, Double);
}
