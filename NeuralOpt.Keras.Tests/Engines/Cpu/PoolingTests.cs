using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

[TestClass]
public sealed class PoolingTests
{
    private static readonly PoolGeometry[] s_geometries =
    [
        PoolGeometry.Create(3, [8, 6], 64, [2, 2], [2, 2], [0, 0], [0, 0]),
        PoolGeometry.Create(2, [9, 7], 19, [2, 2], [2, 2], [0, 0], [0, 0]),
        PoolGeometry.Create(2, [9, 7], 33, [3, 3], [2, 2], [1, 0], [1, 1]),
        PoolGeometry.Create(1, [12, 11], 40, [3, 2], [1, 1], [1, 1], [1, 0]),
        PoolGeometry.Create(1, [30, 30], 100, [3, 3], [1, 1], [1, 1], [1, 1]),
        PoolGeometry.Create(2, [5, 5], 1, [5, 5], [1, 1], [0, 0], [0, 0]),
        PoolGeometry.Create(2, [50], 17, [3], [2], [1], [1]),
        PoolGeometry.Create(2, [5, 6, 7], 8, [2, 3, 2], [2, 1, 2], [0, 1, 1], [1, 1, 0]),
        PoolGeometry.Create(0, [5, 6], 8, [2, 2], [2, 2], [0, 0], [0, 0]),
        PoolGeometry.Create(2, [1, 6], 8, [2, 2], [2, 2], [0, 0], [0, 0]),
    ];

    public static IEnumerable<object[]> Levels => KernelRunner.Levels;

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void Forward_and_gradient_agree_with_double_precision(int level)
    {
        foreach (PoolGeometry g in s_geometries)
        {
            foreach (PoolKind kind in Enum.GetValues<PoolKind>())
            {
                using NativeArray<float> x = Coarse(g.Batch * g.InputSize * g.Channels), dy = NativeArray<float>.Random(g.Batch * g.OutputSize * g.Channels, 2);
                using NativeArray<float> y = new(dy.Length), dx = new(x.Length);
                string what = $"{kind} of {g.Batch}x[{string.Join(',', g.Input)}]x{g.Channels}, window [{string.Join(',', g.Window)}], strides [{string.Join(',', g.Strides)}]";
                (double[] expectedY, double[] expectedDx) = Reference(g, kind, x, dy);
                Check(Simd.Make(new Pooling.ForwardMaker(kind, g, x.Operand, y.Operand), (SimdLevel)level), y, expectedY, $"forward {what}");
                Check(Simd.Make(new Pooling.GradientMaker(kind, g, x.Operand, dy.Operand, dx.Operand), (SimdLevel)level), dx, expectedDx, $"gradient {what}");
                if (kind == PoolKind.Max)
                {
                    using NativeArray<byte> winners = new(g.Batch * g.OutputSize * Pooling.WinnersWidth(g.Channels));
                    y.Span.Clear();
                    Check(Simd.Make(new Pooling.ForwardMaker(kind, g, x.Operand, y.Operand, winners.Operand), (SimdLevel)level), y, expectedY, $"forward with winners {what}");
                    Check(Simd.Make(new Pooling.GradientMaker(kind, g, null, dy.Operand, dx.Operand, winners.Operand), (SimdLevel)level), dx, expectedDx, $"gradient from winners {what}");
                }
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void A_NaN_in_a_window_is_its_maximum_and_gets_its_gradient(int level)
    {
        PoolGeometry g = PoolGeometry.Create(1, [4], 1, [4], [4], [0], [0]);
        for (int at = 0; at < 4; at++)
        {
            using NativeArray<float> x = new([1, 5, 2, 5]), dy = new([3]), y = new(1), dx = new(4);
            x.Span[at] = float.NaN;
            KernelRunner.Run(Simd.Make(new Pooling.ForwardMaker(PoolKind.Max, g, x.Operand, y.Operand), (SimdLevel)level), 1);
            KernelRunner.Run(Simd.Make(new Pooling.GradientMaker(PoolKind.Max, g, x.Operand, dy.Operand, dx.Operand), (SimdLevel)level), 1);
            Assert.IsTrue(float.IsNaN(y.Span[0]));
            Assert.AreEqual(3f, dx.Span[at]);
            Assert.AreEqual(3f, dx.Span[0] + dx.Span[1] + dx.Span[2] + dx.Span[3]);
        }
    }

    [TestMethod]
    public void A_run_allocates_nothing()
    {
        PoolGeometry g = PoolGeometry.Create(8, [16, 16], 64, [2, 2], [2, 2], [0, 0], [0, 0]);
        using NativeArray<float> x = Coarse(8 * 256 * 64), y = new(8 * 64 * 64), dx = new(8 * 256 * 64);
        Assert.AreEqual(0, KernelRunner.AllocatedByARun(Pooling.Forward(PoolKind.Max, g, x.Operand, y.Operand)));
        Assert.AreEqual(0, KernelRunner.AllocatedByARun(Pooling.Gradient(PoolKind.Max, g, x.Operand, y.Operand, dx.Operand)));
    }

    /// <summary>Few different values, so that windows have ties.</summary>
    private static NativeArray<float> Coarse(int length)
    {
        NativeArray<float> array = NativeArray<float>.Random(length, 1);
        foreach (ref float value in array.Span)
        {
            value = MathF.Round(value * 2) / 2;
        }

        return array;
    }

    private static void Check(Kernel kernel, NativeArray<float> result, double[] expected, string what)
    {
        float[]? first = null;
        for (int threads = 1; threads <= 3; threads++)
        {
            result.Span.Fill(float.NaN);
            KernelRunner.Run(kernel, threads);
            result.CheckGuards(what);
            first ??= result.Span.ToArray();
            Assert.IsTrue(result.Span.SequenceEqual(first), $"{what}: {threads} threads differ from one");
        }

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], first![i], 2e-6, $"{what}: element {i}");
        }
    }

    private static (double[] Y, double[] Dx) Reference(PoolGeometry geometry, PoolKind kind, NativeArray<float> xs, NativeArray<float> dys)
    {
        PoolGeometry g = geometry.Spatial3();
        float[] x = xs.Span.ToArray(), dy = dys.Span.ToArray();
        double[] y = new double[dy.Length], dx = new double[x.Length];
        for (int i = 0; i < y.Length; i++)
        {
            int c = i % g.Channels, pixel = i / g.Channels;
            int ow = pixel % g.Output[2], oh = pixel / g.Output[2] % g.Output[1];
            int od = pixel / g.Output[2] / g.Output[1] % g.Output[0], sample = pixel / g.OutputSize;
            var window = new List<int>();
            for (int tap = 0; tap < g.WindowSize; tap++)
            {
                int d = od * g.Strides[0] - g.PadLow[0] + tap / g.Window[2] / g.Window[1];
                int h = oh * g.Strides[1] - g.PadLow[1] + tap / g.Window[2] % g.Window[1];
                int w = ow * g.Strides[2] - g.PadLow[2] + tap % g.Window[2];
                if (d >= 0 && d < g.Input[0] && h >= 0 && h < g.Input[1] && w >= 0 && w < g.Input[2])
                {
                    window.Add((((sample * g.Input[0] + d) * g.Input[1] + h) * g.Input[2] + w) * g.Channels + c);
                }
            }

            if (kind == PoolKind.Average)
            {
                y[i] = window.Average(at => (double)x[at]);
                window.ForEach(at => dx[at] += (double)dy[i] / window.Count);
            }
            else
            {
                y[i] = window.Max(at => x[at]);
                dx[window.First(at => x[at] == y[i])] += dy[i];
            }
        }

        return (y, dx);
    }
}
