using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Elementwise;

[TestClass]
public sealed unsafe class UnaryTests
{
    private static readonly Dictionary<UnaryKind, Func<double, double>> s_reference = new()
    {
        [UnaryKind.Negate] = x => -x,
        [UnaryKind.Abs] = Math.Abs,
        [UnaryKind.Sign] = x => double.IsNaN(x) ? x : Math.Sign(x),
        [UnaryKind.Square] = x => x * x,
        [UnaryKind.Sqrt] = Math.Sqrt,
        [UnaryKind.Rsqrt] = x => 1 / Math.Sqrt(x),
        [UnaryKind.Reciprocal] = x => 1 / x,
        [UnaryKind.Exp] = Math.Exp,
        [UnaryKind.Exp2] = x => Math.Pow(2, x),
        [UnaryKind.Expm1] = RealFunctions.Expm1,
        [UnaryKind.Log] = Math.Log,
        [UnaryKind.Log2] = Math.Log2,
        [UnaryKind.Log10] = Math.Log10,
        [UnaryKind.Log1p] = RealFunctions.Log1p,
        [UnaryKind.Sin] = Math.Sin,
        [UnaryKind.Cos] = Math.Cos,
        [UnaryKind.Tan] = Math.Tan,
        [UnaryKind.Asin] = Math.Asin,
        [UnaryKind.Acos] = Math.Acos,
        [UnaryKind.Atan] = Math.Atan,
        [UnaryKind.Sinh] = Math.Sinh,
        [UnaryKind.Cosh] = Math.Cosh,
        [UnaryKind.Tanh] = Math.Tanh,
        [UnaryKind.Asinh] = Math.Asinh,
        [UnaryKind.Acosh] = Math.Acosh,
        [UnaryKind.Atanh] = Math.Atanh,
        [UnaryKind.Erf] = RealFunctions.Erf,
        [UnaryKind.Erfc] = RealFunctions.Erfc,
        [UnaryKind.ErfInv] = RealFunctions.ErfInv,
        [UnaryKind.Sigmoid] = x => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x)),
        [UnaryKind.Softplus] = x => x > 0 ? x + RealFunctions.Log1p(Math.Exp(-x)) : RealFunctions.Log1p(Math.Exp(x)),
        [UnaryKind.Relu] = x => double.IsNaN(x) ? x : Math.Max(x, 0),
        [UnaryKind.Floor] = Math.Floor,
        [UnaryKind.Ceil] = Math.Ceiling,
        [UnaryKind.Round] = Math.Round,
        [UnaryKind.Trunc] = Math.Truncate,
        [UnaryKind.IsNaN] = x => double.IsNaN(x) ? 1 : 0,
        [UnaryKind.IsInfinity] = x => double.IsInfinity(x) ? 1 : 0,
        [UnaryKind.IsFinite] = x => double.IsFinite(x) ? 1 : 0,
        [UnaryKind.LogicalNot] = x => x == 0 ? 1 : 0,
        [UnaryKind.BitwiseNot] = x => ~(long)x,
        [UnaryKind.SignBit] = x => double.IsNegative(x) ? 1 : 0,
    };

    public static IEnumerable<object[]> Kinds => Enum.GetValues<UnaryKind>().Select(k => new object[] { k.ToString() });

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Float32_agrees_with_double_precision_at_every_width(string name)
    {
        UnaryKind kind = Enum.Parse<UnaryKind>(name);
        float[] x = Inputs(kind);
        foreach (SimdLevel level in Simd.Levels)
        {
            double[] y = Run(Loops.Of(kind, DType.Float32, level), x, IsTest(kind));
            for (int i = 0; i < x.Length; i++)
            {
                double expected = s_reference[kind](x[i]);
                Assert.IsTrue(UlpsApart(expected, y[i]) <= 3, $"{kind}({x[i]:R}) at {level}: expected {expected:R}, got {y[i]:R}");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Every_dtype_has_a_loop(string name)
    {
        UnaryKind kind = Enum.Parse<UnaryKind>(name);
        foreach (DType dtype in Enum.GetValues<DType>())
        {
            Tensor x = Ops.Cast(Primitives.Of<float>(4, 1, 0, 1, 1), dtype);
            Tensor y = Primitives.Run(new Unary(kind), new(4, IsTest(kind) ? DType.Bool : dtype), x);
            double expected = s_reference[kind](1);
            if (IsTest(kind) || dtype == DType.Float64 || (expected == Math.Truncate(expected) && expected >= 0 && expected < (dtype == DType.Bool ? 2 : 100)))
            {
                Assert.AreEqual(expected, y.ReadDouble(2), 1e-15, $"{kind} of {dtype}");
            }
        }
    }

    [TestMethod]
    public void Lengths_around_the_width_are_whole_and_nothing_beyond_is_written()
    {
        byte** inputs = stackalloc byte*[1];
        foreach (SimdLevel level in Simd.Levels)
        {
            Loop loop = Loops.Of(UnaryKind.Negate, DType.Float32, level);
            Loop test = Loops.Of(UnaryKind.SignBit, DType.Float32, level);
            for (int n = 0; n < 70; n++)
            {
                float[] x = Primitives.Numbers(n + 1);
                float[] y = new float[n + 1];
                byte[] b = new byte[n + 1];
                (y[n], b[n]) = (77, 77);
                fixed (float* from = x, to = y)
                fixed (byte* bits = b)
                {
                    inputs[0] = (byte*)from;
                    loop.Run(inputs, 0, (byte*)to, n);
                    test.Run(inputs, 0, bits, n);
                }

                for (int i = 0; i < n; i++)
                {
                    Assert.AreEqual(-x[i], y[i]);
                    Assert.AreEqual(x[i] < 0 ? 1 : 0, b[i]);
                }

                Assert.AreEqual((77f, (byte)77), (y[n], b[n]));
            }
        }
    }

    [TestMethod]
    public void The_error_function_and_its_inverse_have_the_published_values()
    {
        Assert.AreEqual(0.84270079294971486934, RealFunctions.Erf(1), 1e-15);
        Assert.AreEqual(0.99532226501895273416, RealFunctions.Erf(2), 1e-15);
        Assert.AreEqual(2.2090496998585441373e-5, RealFunctions.Erfc(3), 1e-19);
        Assert.AreEqual(1.5374597944280348502e-12, RealFunctions.Erfc(5), 1e-26);
        Assert.AreEqual(0.47693627620446987338, RealFunctions.ErfInv(0.5), 1e-15);
        Assert.AreEqual(-1.1630871536766740867, RealFunctions.ErfInv(-0.9), 1e-14);
        Assert.AreEqual(4.0, RealFunctions.ErfInv(RealFunctions.Erf(4)), 1e-7);
    }

    private static bool IsTest(UnaryKind kind)
        => kind is UnaryKind.IsNaN or UnaryKind.IsInfinity or UnaryKind.IsFinite or UnaryKind.LogicalNot or UnaryKind.SignBit;

    private static float[] Inputs(UnaryKind kind)
    {
        List<float> x =
        [
            0, -0f, 1, -1, 0.5f, 1.5f, 2.5f, -2.5f, -0.5f, 1e-3f, -1e-5f, 1e-20f, 88.7f, -87.3f, -100, -103, 89, 127.5f, -140, 0.99999f, -0.99999f,
            3e7f, float.MaxValue, float.MinValue, float.Epsilon, 1e-40f, float.PositiveInfinity, float.NegativeInfinity, float.NaN,
        ];
        x.AddRange(Primitives.Numbers(500, 1));
        x.AddRange(Primitives.Numbers(500, 10, 2));
        x.AddRange(Primitives.Numbers(300, 100, 3));
        if (kind == UnaryKind.BitwiseNot)
        {
            x.RemoveAll(v => !(Math.Abs(v) < 1e6));
        }

        return [.. x];
    }

    private static double[] Run(Loop loop, float[] x, bool test)
    {
        float[] y = new float[x.Length];
        fixed (float* from = x, to = y)
        {
            byte** inputs = stackalloc byte*[1];
            inputs[0] = (byte*)from;
            loop.Run(inputs, 0, (byte*)to, x.Length);
            return test
                ? [.. new Span<byte>(to, x.Length).ToArray().Select(b => (double)b)]
                : [.. y.Select(v => (double)v)];
        }
    }

    /// <summary>Distance in units of the last place of float32, 0 for equal special values.</summary>
    internal static double UlpsApart(double expected, double actual)
    {
        float nearest = (float)expected;
        if (float.IsNaN(nearest) || float.IsInfinity(nearest))
        {
            return nearest.Equals((float)actual) ? 0 : double.PositiveInfinity;
        }

        double ulp = Math.Max(Math.Abs(MathF.BitIncrement(Math.Abs(nearest)) - (double)Math.Abs(nearest)), float.Epsilon);
        return double.IsNaN(actual) ? double.PositiveInfinity : Math.Abs(expected - actual) / ulp;
    }
}
