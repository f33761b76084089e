using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Elementwise;

[TestClass]
public sealed unsafe class BinaryTests
{
    private static readonly float[] s_special =
        [0, -0f, 1, -1, 2, -2.5f, 3, 0.1f, 7, 1e-30f, 3e20f, float.Epsilon, float.PositiveInfinity, float.NegativeInfinity, float.NaN];

    private static readonly Dictionary<BinaryKind, Func<double, double, double>> s_reference = new()
    {
        [BinaryKind.Add] = (a, b) => a + b,
        [BinaryKind.Subtract] = (a, b) => a - b,
        [BinaryKind.Multiply] = (a, b) => a * b,
        [BinaryKind.Divide] = (a, b) => a / b,
        [BinaryKind.FloorDivide] = (a, b) => MathF.Floor((float)(a / b)),
        [BinaryKind.Modulo] = (a, b) => a % b is var r && r != 0 && (r < 0) != (b < 0) ? (float)r + (float)b : r,
        [BinaryKind.TruncatedModulo] = (a, b) => a % b,
        [BinaryKind.Power] = Math.Pow,
        [BinaryKind.Maximum] = Math.Max,
        [BinaryKind.Minimum] = Math.Min,
        [BinaryKind.Atan2] = Math.Atan2,
        [BinaryKind.Hypot] = double.Hypot,
        [BinaryKind.NextAfter] = (a, b) => double.IsNaN(a + b) && !(a + b is var s && double.IsInfinity(a) && double.IsInfinity(b)) ? double.NaN
            : a == b ? b : b > a ? MathF.BitIncrement((float)a) : MathF.BitDecrement((float)a),
        [BinaryKind.Equal] = (a, b) => a == b ? 1 : 0,
        [BinaryKind.NotEqual] = (a, b) => a != b ? 1 : 0,
        [BinaryKind.Less] = (a, b) => a < b ? 1 : 0,
        [BinaryKind.LessEqual] = (a, b) => a <= b ? 1 : 0,
        [BinaryKind.Greater] = (a, b) => a > b ? 1 : 0,
        [BinaryKind.GreaterEqual] = (a, b) => a >= b ? 1 : 0,
        [BinaryKind.LogicalAnd] = (a, b) => a != 0 && b != 0 ? 1 : 0,
        [BinaryKind.LogicalOr] = (a, b) => a != 0 || b != 0 ? 1 : 0,
        [BinaryKind.LogicalXor] = (a, b) => (a != 0) != (b != 0) ? 1 : 0,
    };

    public static IEnumerable<object[]> Kinds => s_reference.Keys.Select(k => new object[] { k.ToString() });

    public static IEnumerable<object[]> AllKinds => Enum.GetValues<BinaryKind>().Select(k => new object[] { k.ToString() });

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Float32_agrees_with_double_precision_at_every_width_and_repetition(string name)
    {
        BinaryKind kind = Enum.Parse<BinaryKind>(name);
        float[] a = [.. s_special.SelectMany(v => Enumerable.Repeat(v, s_special.Length)), .. Primitives.Numbers(101, 5)];
        float[] b = [.. Enumerable.Repeat(s_special, s_special.Length).SelectMany(v => v), .. Primitives.Numbers(101, 5, 9)];
        foreach (SimdLevel level in Simd.Levels)
        {
            Loop loop = Loops.Of(kind, DType.Float32, level);
            for (int repeated = 0; repeated < 4; repeated++)
            {
                double[] y = Run(loop, a, b, repeated, IsTest(kind));
                for (int i = 0; i < y.Length; i++)
                {
                    float left = a[(repeated & 1) == 0 ? i : 0];
                    float right = b[(repeated & 2) == 0 ? i : 0];
                    double expected = s_reference[kind](left, right);
                    Assert.IsTrue(UnaryTests.UlpsApart(expected, y[i]) <= 2, $"{kind}({left}, {right}) at {level}, repeated {repeated}: expected {expected}, got {y[i]}");
                }
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(AllKinds))]
    public void Every_dtype_has_a_loop(string name)
    {
        BinaryKind kind = Enum.Parse<BinaryKind>(name);
        foreach (DType dtype in Enum.GetValues<DType>())
        {
            Tensor x = Ops.Cast(Primitives.Of<float>(3, 1, 1, 0), dtype);
            Tensor y = Primitives.Run(new Binary(kind), new(3, IsTest(kind) ? DType.Bool : dtype), x, x);
            if (s_reference.TryGetValue(kind, out Func<double, double, double>? reference) && reference(1, 1) is 0 or 1 && kind != BinaryKind.Divide)
            {
                Assert.AreEqual(s_reference[kind](1, 1), y.ReadDouble(1), $"{kind} of {dtype}");
            }
        }
    }

    [TestMethod]
    [DataRow("FloorDivide", new[] { 2, -3, -3, 2, 0 })]
    [DataRow("Modulo", new[] { 1, 2, -2, -1, 0 })]
    [DataRow("TruncatedModulo", new[] { 1, -1, 1, -1, 0 })]
    public void Integer_division_rounds_as_Python_does(string name, int[] expected)
    {
        BinaryKind kind = Enum.Parse<BinaryKind>(name);
        foreach (DType dtype in new[] { DType.Int32, DType.Int64, DType.Int8, DType.Float64, DType.Float32 })
        {
            Tensor a = Ops.Cast(Primitives.Of(5, 7, -7, 7, -7, 0), dtype);
            Tensor b = Ops.Cast(Primitives.Of(5, 3, 3, -3, -3, 5), dtype);
            double[] y = Primitives.Run(new Binary(kind), new(5, dtype), a, b).ToArray<double>();
            CollectionAssert.AreEqual(expected.Select(v => (double)v).ToArray(), y, $"{kind} of {dtype}: {string.Join(" ", y)}");
        }
    }

    [TestMethod]
    public void Integer_powers_and_shifts()
    {
        CollectionAssert.AreEqual(new[] { 81, -8, 1, 0, 1 }, Integers(BinaryKind.Power, [3, -2, 7, 0, -1], [4, 3, 0, 1, 2]));
        Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => Integers(BinaryKind.Power, [2], [-1]));
        CollectionAssert.AreEqual(new[] { 12, -4, 0 }, Integers(BinaryKind.ShiftLeft, [3, -1, 1], [2, 2, 99]));
        CollectionAssert.AreEqual(new[] { 3, -1, -1 }, Integers(BinaryKind.ShiftRight, [12, -4, -1], [2, 2, 99]));
        CollectionAssert.AreEqual(new[] { 1, 5 }, Integers(BinaryKind.BitwiseAnd, [3, -1], [5, 5]));
        CollectionAssert.AreEqual(new[] { int.MinValue, 0 }, Integers(BinaryKind.FloorDivide, [int.MinValue, 4], [-1, 0]));
    }

    [TestMethod]
    [DataRow(new[] { 4, 5 }, new[] { 5 })]
    [DataRow(new[] { 4, 5 }, new[] { 4, 1 })]
    [DataRow(new[] { 4, 1 }, new[] { 1, 5 })]
    [DataRow(new[] { 3, 1, 5 }, new[] { 4, 1 })]
    [DataRow(new[] { 1 }, new[] { 2, 3, 4 })]
    [DataRow(new[] { 2, 3, 1, 7 }, new[] { 3, 6, 1 })]
    [DataRow(new[] { 1500, 32 }, new[] { 32 })]
    [DataRow(new[] { 700, 129 }, new[] { 129 })]
    [DataRow(new[] { 3, 5000 }, new[] { 5000 })]
    [DataRow(new[] { 300, 400 }, new[] { 300, 1 })]
    [DataRow(new[] { 64, 1, 70, 3 }, new[] { 1, 33, 70, 1 })]
    public void Shapes_broadcast_as_in_NumPy(int[] first, int[] second)
    {
        foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.UInt8 })
        {
            Tensor a = Ops.Cast(Primitives.Of<int>(first, [.. Enumerable.Range(0, Shape.Of(first.AsEnumerable()).Size()).Select(i => i % 100)]), dtype);
            Tensor b = Ops.Cast(Primitives.Of<int>(second, [.. Enumerable.Range(0, Shape.Of(second.AsEnumerable()).Size()).Select(i => i * 7 % 50)]), dtype);
            Shape shape = ShapeRules.Broadcast(a.Shape, b.Shape)!.Value;
            double[] y = Primitives.Run(new Binary(BinaryKind.Subtract), new(shape, dtype), a, b).ToArray<double>();
            int[] lengths = shape.ToArray();
            for (int i = 0; i < y.Length; i++)
            {
                double expected = a.ReadDouble(Place(i, lengths, first)) - b.ReadDouble(Place(i, lengths, second));
                Assert.AreEqual(dtype == DType.UInt8 && expected < 0 ? expected + 256 : expected, y[i], $"{dtype} element {i}");
            }
        }
    }

    [TestMethod]
    public void Select_takes_whole_and_repeated_choices()
    {
        for (int n = 1; n < 40; n++)
        {
            bool[] condition = [.. Enumerable.Range(0, n).Select(i => i % 3 == 0)];
            float[] a = Primitives.Numbers(n);
            Tensor y = Primitives.Run(new Select(), new(n), Primitives.Of(n, condition), Primitives.Of(n, a), Primitives.Of<float>(default, 5));
            Tensor z = Primitives.Run(new Select(), new(n), Primitives.Of(n, condition), Primitives.Of<float>(1, 5), Primitives.Of(n, a));
            Tensor w = Primitives.Run(new Select(), new((2, n), DType.Int64), Primitives.Of((2, 1), true, false), Primitives.Of<long>(default, 1), Primitives.Of<long>(default, 2));
            for (int i = 0; i < n; i++)
            {
                Assert.AreEqual(condition[i] ? a[i] : 5, y.Data<float>()[i]);
                Assert.AreEqual(condition[i] ? 5 : a[i], z.Data<float>()[i]);
                Assert.AreEqual((1L, 2L), (w.Data<long>()[i], w.Data<long>()[n + i]));
            }
        }
    }

    [TestMethod]
    public void Every_dtype_converts_to_every_other()
    {
        foreach (DType from in Enum.GetValues<DType>())
        {
            foreach (DType to in Enum.GetValues<DType>())
            {
                for (int n = 1; n < 70; n += 17)
                {
                    Tensor x = Tensor.Uninitialized(new(n, from));
                    for (int i = 0; i < n; i++)
                    {
                        x.WriteDouble(i, from.IsFloating() ? (i % 50) + 0.75 : i % 50);
                    }

                    Tensor y = Primitives.Run(new Cast(), new(n, to), x);
                    for (int i = 0; i < n; i++)
                    {
                        double value = x.ReadDouble(i);
                        double expected = to == DType.Bool ? (value != 0 ? 1 : 0) : to.IsFloating() ? value : Math.Truncate(value);
                        Assert.AreEqual(expected, y.ReadDouble(i), $"{from} to {to}, element {i}");
                    }
                }
            }
        }

        CollectionAssert.AreEqual(
            new[] { -3, 3 }, Primitives.Run(new Cast(), new(2, DType.Int32), Primitives.Of(2, -3.9f, 3.9f)).ToArray<int>());
        CollectionAssert.AreEqual(
            new[] { true, true, false }, Primitives.Run(new Cast(), new(3, DType.Bool), Primitives.Of(3, float.NaN, -0.1f, -0f)).ToArray<bool>());
    }

    [TestMethod]
    public void A_run_allocates_nothing()
    {
        Operand a = new();
        Operand b = new();
        Operand y = new();
        (Tensor x1, Tensor x2, Tensor t) = (Ops.Zeros((300, 32)), Ops.Zeros(32), Ops.Zeros((300, 32)));
        a.Address = x1.Buffer.Address;
        b.Address = x2.Buffer.Address;
        y.Address = t.Buffer.Address;
        Kernel kernel = KernelFactories.Create(new Binary(BinaryKind.Add), new([x1.Spec, x2.Spec], [a, b], t.Spec, y));
        Assert.AreEqual(0, KernelRunner.AllocatedByARun(kernel));
        GC.KeepAlive((x1, x2, t));
    }

    private static int[] Integers(BinaryKind kind, int[] a, int[] b)
        => Primitives.Run(new Binary(kind), new(a.Length, DType.Int32), Primitives.Of(a.Length, a), Primitives.Of(b.Length, b)).ToArray<int>();

    private static int Place(int flat, int[] shape, int[] own)
    {
        int place = 0;
        int stride = 1;
        for (int i = 1; i <= shape.Length; i++)
        {
            int index = flat % shape[^i];
            flat /= shape[^i];
            if (i <= own.Length)
            {
                place += own[^i] == 1 ? 0 : index * stride;
                stride *= own[^i];
            }
        }

        return place;
    }

    private static bool IsTest(BinaryKind kind) => kind is >= BinaryKind.Equal and <= BinaryKind.LogicalXor;

    private static double[] Run(Loop loop, float[] a, float[] b, int repeated, bool test)
    {
        float[] y = new float[a.Length];
        fixed (float* left = a, right = b, to = y)
        {
            byte** inputs = stackalloc byte*[2];
            inputs[0] = (byte*)left;
            inputs[1] = (byte*)right;
            loop.Run(inputs, repeated, (byte*)to, a.Length);
            return test
                ? [.. new Span<byte>(to, a.Length).ToArray().Select(v => (double)v)]
                : [.. y.Select(v => (double)v)];
        }
    }
}
