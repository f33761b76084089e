using System.Numerics;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

[TestClass]
public sealed class MatMulTests
{
    private static readonly (int M, int N, int K)[] s_sizes =
    [
        (1, 1, 1), (1, 1, 300), (1, 17, 33), (1, 300, 2050), (300, 1, 77), (2000, 1, 129), (3, 5, 0), (0, 4, 3), (4, 0, 3), (1, 9, 0),
        (2, 31, 7), (13, 10, 128), (14, 32, 16), (15, 33, 17), (32, 10, 128), (31, 63, 65), (47, 100, 300), (6, 8, 4), (7, 16, 257),
        (5, 256, 600), (12, 192, 80), (64, 64, 512), (100, 70, 512), (128, 10, 3000), (13, 20, 5001), (90, 1100, 40), (300, 200, 260),
        (32, 250, 250), (24, 530, 90),
    ];

    public static IEnumerable<object[]> Levels => KernelRunner.Levels;

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void Every_size_and_transpose_agrees_with_double_precision(int level)
    {
        foreach ((int m, int n, int k) in s_sizes)
        {
            for (int mode = 0; mode < 4; mode++)
            {
                var shape = new MatMulShape(m, n, k, (mode & 1) != 0, (mode & 2) != 0);
                Check<float>((SimdLevel)level, shape, m * k, n * k, false, Epilogue.None, false);
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void Bias_epilogue_and_accumulation_are_applied_once(int level)
    {
        foreach ((int m, int n, int k) in s_sizes)
        {
            var shape = new MatMulShape(m, n, k, m % 2 == 0, n % 2 == 0);
            Check<float>((SimdLevel)level, shape, m * k, n * k, true, Epilogue.Relu, false);
            Check<float>((SimdLevel)level, shape, m * k, n * k, true, Epilogue.None, true);
            Check<float>((SimdLevel)level, shape, m * k, n * k, false, Epilogue.Relu, true);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void Batches_broadcast_through_their_offsets(int level)
    {
        foreach ((int m, int n, int k) in ((int, int, int)[])[(3, 5, 7), (20, 33, 40), (150, 130, 300), (1, 40, 9), (130, 9, 1100)])
        {
            for (int mode = 0; mode < 4; mode++)
            {
                (bool ta, bool tb) = ((mode & 1) != 0, (mode & 2) != 0);
                Check<float>((SimdLevel)level, MatMulShape.Strided(m, n, k, ta, tb, 5, m * k, n * k), 5 * m * k, 5 * n * k, true, Epilogue.Relu, false);
                Check<float>((SimdLevel)level, MatMulShape.Strided(m, n, k, ta, tb, 3, m * k, 0), 3 * m * k, n * k, true, Epilogue.None, true);
                Check<float>((SimdLevel)level, MatMulShape.Strided(m, n, k, ta, tb, 3, 0, n * k), m * k, 3 * n * k, false, Epilogue.None, false);
            }
        }
    }

    [TestMethod]
    public void Other_types_agree_with_plain_loops()
    {
        foreach ((int m, int n, int k) in s_sizes)
        {
            for (int mode = 0; mode < 4; mode++)
            {
                (bool ta, bool tb) = ((mode & 1) != 0, (mode & 2) != 0);
                Check<double>(Simd.Level, new MatMulShape(m, n, k, ta, tb), m * k, n * k, true, Epilogue.Relu, false);
                Check<int>(Simd.Level, new MatMulShape(m, n, k, ta, tb), m * k, n * k, true, Epilogue.None, true);
                Check<long>(Simd.Level, new MatMulShape(m, n, k, ta, tb), m * k, n * k, false, Epilogue.None, false);
            }
        }
    }

    [TestMethod]
    public void An_unsupported_type_is_refused()
    {
        var operand = new Operand();
        var error = Assert.ThrowsExactly<KerasArgumentException>(
            () => MatMul.Create(DType.Bool, new MatMulShape(1, 1, 1), operand, operand, operand));
        Assert.AreEqual("MatMul: the type must be Float32, Float64, Int32 or Int64. Received: Bool.", error.Message);
    }

    [TestMethod]
    public void A_run_allocates_nothing()
    {
        using NativeArray<float> a = NativeArray<float>.Random(200 * 300, 1), b = NativeArray<float>.Random(300 * 100, 2), c = new(200 * 100);
        Kernel kernel = MatMul.Create(DType.Float32, new MatMulShape(200, 100, 300), a.Operand, b.Operand, c.Operand);
        Assert.AreEqual(0, KernelRunner.AllocatedByARun(kernel));
    }

    private static void Check<T>(
        SimdLevel level, MatMulShape shape, int lengthA, int lengthB, bool biased, Epilogue epilogue, bool accumulate)
        where T : unmanaged, INumber<T>
    {
        (int m, int n, int k) = (shape.M, shape.N, shape.K);
        using NativeArray<T> a = NativeArray<T>.Random(lengthA, 1), b = NativeArray<T>.Random(lengthB, 2);
        using NativeArray<T> bias = NativeArray<T>.Random(n, 3), start = NativeArray<T>.Random(shape.Batch * m * n, 4);
        using var c = new NativeArray<T>(shape.Batch * m * n);
        Operand? biasOperand = biased ? bias.Operand : null;
        Kernel kernel = typeof(T) == typeof(float)
            ? Simd.Make(new MatMul.Maker(shape, a.Operand, b.Operand, c.Operand, biasOperand, epilogue, accumulate), level)
            : MatMul.Create(TypeOf<T>(), shape, a.Operand, b.Operand, c.Operand, biasOperand, epilogue, accumulate);
        string what = $"{shape} of {typeof(T).Name}, bias {biased}, {epilogue}, accumulate {accumulate}";
        T[]? first = null;
        for (int threads = 1; threads <= 3; threads++)
        {
            start.Span.CopyTo(c.Span);
            KernelRunner.Run(kernel, threads);
            c.CheckGuards(what);
            first ??= c.Span.ToArray();
            Assert.IsTrue(c.Span.SequenceEqual(first), $"{what}: {threads} threads differ from one");
        }

        // A sum of K terms of about 0.3: rounding grows with K, a term lost or doubled is far larger.
        double tolerance = (typeof(T) == typeof(float) ? 1e-7 : 1e-15) * (10 + 2 * k);
        for (int e = 0; e < shape.Batch; e++)
        {
            for (int i = 0; i < m; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    int at = (e * m + i) * n + j;
                    double sum = (accumulate ? Double(start, at) : 0) + (biased ? Double(bias, j) : 0);
                    for (int t = 0; t < k; t++)
                    {
                        sum += Double(a, (int)shape.OffsetA(e) + (shape.TransposeA ? t * m + i : i * k + t))
                            * Double(b, (int)shape.OffsetB(e) + (shape.TransposeB ? j * k + t : t * n + j));
                    }

                    sum = epilogue == Epilogue.Relu ? Math.Max(sum, 0) : sum;
                    Assert.AreEqual(sum, double.CreateChecked(first![at]), tolerance, $"{what}: entry {e}, row {i}, column {j}");
                }
            }
        }
    }

    private static double Double<T>(NativeArray<T> array, int at) where T : unmanaged, INumber<T> => double.CreateChecked(array.Span[at]);

    private static DType TypeOf<T>() =>
        typeof(T) == typeof(double) ? DType.Float64 : typeof(T) == typeof(int) ? DType.Int32 : DType.Int64;
}
