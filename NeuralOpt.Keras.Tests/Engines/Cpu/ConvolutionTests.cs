using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

[TestClass]
public sealed class ConvolutionTests
{
    private static readonly ConvGeometry[] s_geometries =
    [
        // Two axes: valid, same, wide and narrow channels, tails on both sides of a vector.
        Conv(2, [9, 11], 3, [3, 3], 5),
        Conv(3, [28, 28], 1, [3, 3], 32),
        Conv(2, [13, 17], 16, [3, 3], 33, low: [1, 1], high: [1, 1]),
        Conv(2, [14, 9], 20, [3, 3], 64, low: [1, 1], high: [1, 1]),
        Conv(1, [8, 8], 17, [5, 4], 31, low: [2, 1], high: [2, 2]),
        Conv(1, [40, 45], 8, [3, 3], 16, low: [1, 1], high: [1, 1]),
        Conv(2, [7, 7], 40, [1, 1], 24),
        Conv(2, [6, 5], 4, [1, 1], 7, strides: [2, 2]),
        Conv(2, [6, 7], 3, [6, 7], 10),
        Conv(2, [3, 3], 2, [5, 5], 4, low: [3, 2], high: [2, 3]),

        // Strides, dilation, odd borders.
        Conv(2, [15, 14], 6, [3, 3], 19, strides: [2, 2], low: [0, 0], high: [1, 1]),
        Conv(1, [16, 19], 5, [7, 7], 9, strides: [2, 3], low: [3, 3], high: [3, 2]),
        Conv(1, [12, 12], 5, [2, 2], 9, strides: [3, 4]),
        Conv(2, [15, 16], 7, [3, 3], 18, dilation: [2, 3], low: [2, 3], high: [2, 3]),
        Conv(1, [17, 15], 4, [3, 2], 8, strides: [2, 1], dilation: [2, 2], low: [1, 4], high: [5, 0]),
        Conv(1, [4, 30], 3, [2, 3], 40, strides: [1, 2], dilation: [3, 1], low: [0, 1], high: [0, 1]),

        // Rows so long that the filter gradient cuts them.
        Conv(2, [700], 20, [3], 40),
        Conv(1, [3, 670], 5, [2, 3], 35, low: [0, 1], high: [0, 1]),
        Conv(1, [1290], 3, [4], 9, strides: [2], dilation: [2]),

        // Groups and depthwise.
        Conv(2, [9, 9], 12, [3, 3], 18, low: [1, 1], high: [1, 1], groups: 3),
        Conv(1, [10, 9], 8, [3, 3], 16, strides: [2, 2], low: [1, 1], high: [1, 1], groups: 8),
        Conv(2, [10, 11], 37, [3, 3], 37, low: [1, 1], high: [1, 1], groups: 37),
        Conv(2, [13, 12], 50, [3, 3], 50, strides: [2, 2], low: [0, 0], high: [1, 1], groups: 50),
        Conv(1, [14, 14], 5, [3, 3], 5, dilation: [2, 2], low: [2, 2], high: [2, 2], groups: 5),

        // One axis and three.
        Conv(2, [40], 50, [3], 25),
        Conv(3, [21], 7, [4], 12, strides: [2], low: [1], high: [2]),
        Conv(1, [500], 3, [5], 6, low: [4], high: [0]),
        Conv(2, [30], 6, [3], 10, dilation: [4], low: [8], high: [0]),
        Conv(2, [5, 6, 7], 4, [3, 3, 3], 6, low: [1, 1, 1], high: [1, 1, 1]),
        Conv(1, [6, 7, 8], 3, [2, 3, 2], 17, strides: [2, 2, 2], low: [0, 1, 0], high: [1, 1, 0]),
        Conv(1, [7, 7, 7], 6, [3, 2, 3], 6, dilation: [2, 1, 2], groups: 6),

        // Samples enough for an input gradient that is added up where taps overlap.
        Conv(16, [9, 8], 5, [3, 3], 20),
        Conv(17, [31], 50, [3], 30),
        Conv(16, [6, 7], 3, [2, 5], 9, low: [1, 4], high: [0, 3]),
        Conv(16, [7, 9], 7, [3, 2], 11, strides: [2, 1], dilation: [2, 1], low: [2, 1], high: [1, 0]),
        Conv(16, [3, 2], 9, [3, 3], 5, low: [2, 2], high: [2, 2]),
        Conv(16, [4, 5, 6], 3, [2, 2, 3], 7, low: [0, 1, 2], high: [1, 0, 1]),

        // Nothing to do.
        Conv(0, [5, 5], 2, [3, 3], 3),
        Conv(2, [2, 5], 2, [3, 3], 3),
    ];

    public static IEnumerable<object[]> Levels => KernelRunner.Levels;

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void Forward_agrees_with_double_precision(int level)
    {
        foreach (ConvGeometry g in s_geometries)
        {
            foreach (bool biased in (bool[])[false, true])
            {
                using var data = new Data(g);
                Epilogue epilogue = biased ? Epilogue.Relu : Epilogue.None;
                using var y = new NativeArray<float>(data.Y.Length);
                Operand? bias = biased ? data.Bias.Operand : null;
                Kernel kernel = Simd.Make(
                    new Convolution.ForwardMaker(g, data.X.Operand, data.Filters.Operand, y.Operand, bias, epilogue), (SimdLevel)level);
                Check(kernel, y, Reference.Forward(g, data, biased), $"forward {Text(g)}");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void The_input_gradient_agrees_with_double_precision(int level)
    {
        foreach (ConvGeometry g in s_geometries)
        {
            using var data = new Data(g);
            using var dx = new NativeArray<float>(data.X.Length);
            Kernel kernel = Simd.Make(
                new Convolution.InputGradientMaker(g, data.Y.Operand, data.Filters.Operand, dx.Operand), (SimdLevel)level);
            Check(kernel, dx, Reference.InputGradient(g, data), $"input gradient {Text(g)}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void The_filter_gradient_agrees_with_double_precision(int level)
    {
        foreach (ConvGeometry g in s_geometries)
        {
            using var data = new Data(g);
            using var filters = new NativeArray<float>(data.Filters.Length);
            Kernel kernel = Simd.Make(
                new Convolution.FilterGradientMaker(g, data.X.Operand, data.Y.Operand, filters.Operand), (SimdLevel)level);
            Check(kernel, filters, Reference.FilterGradient(g, data), $"filter gradient {Text(g)}");
        }
    }

    [TestMethod]
    public void A_run_allocates_nothing()
    {
        ConvGeometry g = Conv(4, [20, 20], 8, [3, 3], 24, low: [1, 1], high: [1, 1]);
        using var data = new Data(g);
        using NativeArray<float> y = new(data.Y.Length), dx = new(data.X.Length), df = new(data.Filters.Length);
        Kernel forward = Convolution.Forward(g, data.X.Operand, data.Filters.Operand, y.Operand);
        Kernel input = Convolution.InputGradient(g, data.Y.Operand, data.Filters.Operand, dx.Operand);
        Kernel filter = Convolution.FilterGradient(g, data.X.Operand, data.Y.Operand, df.Operand);
        foreach (Kernel kernel in (Kernel[])[forward, input, filter])
        {
            Assert.AreEqual(0, KernelRunner.AllocatedByARun(kernel));
        }
    }

    [TestMethod]
    public void The_output_size_counts_whole_windows()
    {
        Assert.AreEqual(26, ConvGeometry.OutputLength(28, 3, 1, 1, 0, 0));
        Assert.AreEqual(14, ConvGeometry.OutputLength(28, 3, 2, 1, 0, 1));
        Assert.AreEqual(0, ConvGeometry.OutputLength(2, 3, 1, 1, 0, 0));
        Assert.AreEqual(1, ConvGeometry.OutputLength(5, 3, 1, 2, 0, 0));
    }

    private static ConvGeometry Conv(
        int batch, int[] input, int cin, int[] kernel, int cout,
        int[]? strides = null, int[]? dilation = null, int[]? low = null, int[]? high = null, int groups = 1)
    {
        int[] ones = [.. input.Select(_ => 1)], zeros = [.. input.Select(_ => 0)];
        return ConvGeometry.Create(batch, input, cin, kernel, cout, strides ?? ones, dilation ?? ones, low ?? zeros, high ?? zeros, groups);
    }

    private static string Text(ConvGeometry g) =>
        $"{g.Batch}x[{string.Join(',', g.Input)}]x{g.Cin} * [{string.Join(',', g.Kernel)}]x{g.Cout}, strides [{string.Join(',', g.Strides)}], "
        + $"dilation [{string.Join(',', g.Dilation)}], pads [{string.Join(',', g.PadLow)}] [{string.Join(',', g.PadHigh)}], {g.Groups} groups";

    private static void Check(Kernel kernel, NativeArray<float> result, double[] expected, string what)
    {
        float[]? first = null;
        for (int threads = 1; threads <= 3; threads++)
        {
            result.Span.Fill(float.NaN);
            KernelRunner.Run(kernel, threads);
            result.CheckGuards(what);
            first ??= result.Span.ToArray();
            Assert.IsTrue(
                result.Span.SequenceEqual(first) && !result.Span.Contains(float.NaN), $"{what}: {threads} threads differ from one, or NaN");
        }

        Near(expected, result, what);
    }

    private static void Near(double[] expected, NativeArray<float> actual, string what)
    {
        Assert.AreEqual(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], actual.Span[i], 4e-5, $"{what}: element {i}");
        }
    }

    /// <summary>Inputs of a geometry; <see cref="Y"/> serves as the output's gradient.</summary>
    private sealed class Data(ConvGeometry g) : IDisposable
    {
        internal NativeArray<float> X { get; } = NativeArray<float>.Random(g.Batch * g.InputSize * g.Cin, 1);

        internal NativeArray<float> Filters { get; } = NativeArray<float>.Random(g.Taps * g.CinGroup * g.Cout, 2);

        internal NativeArray<float> Y { get; } = NativeArray<float>.Random(g.Batch * g.OutputSize * g.Cout, 3);

        internal NativeArray<float> Bias { get; } = NativeArray<float>.Random(g.Cout, 4);

        public void Dispose()
        {
            X.Dispose();
            Filters.Dispose();
            Y.Dispose();
            Bias.Dispose();
        }
    }

    /// <summary>The definition, in double precision, over every (output, tap) pair.</summary>
    private static class Reference
    {
        internal static double[] Forward(ConvGeometry g, Data data, bool biasAndRelu)
        {
            var y = new double[g.Batch * g.OutputSize * g.Cout];
            float[] x = data.X.Span.ToArray(), filters = data.Filters.Span.ToArray(), bias = data.Bias.Span.ToArray();
            Visit(g, (xi, fi, yi) => y[yi] += (double)x[xi] * filters[fi]);
            return biasAndRelu ? [.. y.Select((value, i) => Math.Max(value + bias[i % g.Cout], 0))] : y;
        }

        internal static double[] InputGradient(ConvGeometry g, Data data)
        {
            var dx = new double[g.Batch * g.InputSize * g.Cin];
            float[] dy = data.Y.Span.ToArray(), filters = data.Filters.Span.ToArray();
            Visit(g, (xi, fi, yi) => dx[xi] += (double)dy[yi] * filters[fi]);
            return dx;
        }

        internal static double[] FilterGradient(ConvGeometry g, Data data)
        {
            var df = new double[g.Taps * g.CinGroup * g.Cout];
            float[] x = data.X.Span.ToArray(), dy = data.Y.Span.ToArray();
            Visit(g, (xi, fi, yi) => df[fi] += (double)x[xi] * dy[yi]);
            return df;
        }

        private static void Visit(ConvGeometry geometry, Action<int, int, int> visit)
        {
            int rank = geometry.Rank;
            for (int pixel = 0; pixel < geometry.Batch * geometry.OutputSize; pixel++)
            {
                for (int tap = 0; tap < geometry.Taps; tap++)
                {
                    int restO = pixel % geometry.OutputSize, restK = tap, at = 0, stride = 1;
                    bool inside = true;
                    for (int axis = rank - 1; axis >= 0; axis--)
                    {
                        int o = restO % geometry.Output[axis], k = restK % geometry.Kernel[axis];
                        (restO, restK) = (restO / geometry.Output[axis], restK / geometry.Kernel[axis]);
                        int i = o * geometry.Strides[axis] + k * geometry.Dilation[axis] - geometry.PadLow[axis];
                        inside &= i >= 0 && i < geometry.Input[axis];
                        at += i * stride;
                        stride *= geometry.Input[axis];
                    }

                    if (!inside)
                    {
                        continue;
                    }

                    int source = (pixel / geometry.OutputSize * geometry.InputSize + at) * geometry.Cin;
                    for (int o = 0; o < geometry.Cout; o++)
                    {
                        int group = o / geometry.CoutGroup;
                        for (int i = 0; i < geometry.CinGroup; i++)
                        {
                            visit(source + group * geometry.CinGroup + i, (tap * geometry.CinGroup + i) * geometry.Cout + o, pixel * geometry.Cout + o);
                        }
                    }
                }
            }
        }
    }
}
