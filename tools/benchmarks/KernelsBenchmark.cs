using System.Diagnostics;
using System.Globalization;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Matrix products and convolutions by themselves: shares of the peak, against OpenBLAS and oneDNN, at each width of vectors.</summary>
internal static class KernelsBenchmark
{
    private const double Turn = 30;
    private const int CheckedBatch = 8;

    private static readonly (int M, int N, int K)[] s_shapes =
        [(86528, 32, 9), (73728, 64, 288), (128, 128, 9216), (128, 9216, 128), (12736, 250, 150), (32, 250, 250), (128, 10, 128)];

    internal static Report Run(Options options)
    {
        if (options.Has("--one-width"))
        {
            return OneWidth();
        }

        Report report = new("kernels", "Single-precision products (M, N, K) and the 3 x 3 convolutions of the mnist network, batch 128; shares of the FMA peak of the same moment.");
        int cores = Environment.ProcessorCount;
        string threads = Machine.Count(cores, "thread");
        bool blas = !options.NoPeer && OpenBlas.Fault is null;
        if (!options.NoPeer)
        {
            report.Peer(OpenBlas.Fault ?? $"{OpenBlas.Version}, {Machine.Count(cores, "thread")}.");
        }

        (OneDnn Forward, OneDnn InputGradient, OneDnn FilterGradient)? theirs = options.NoPeer ? null : Convolutions(report);
        foreach (int size in new[] { 256, 512, 1024 })
        {
            Sgemm product = new(size, size, size);
            if (cores > 1)
            {
                Share(report, options, $"SGEMM {size}, one thread, of the peak", product.Flops, 1, () => product.Run(FmaPeak.Pool(1)));
            }

            Share(report, options, $"SGEMM {size}, {threads}, of the peak", product.Flops, cores, () => product.Run(WorkerPool.Shared));
            Against(report, options, $"SGEMM {size}, {threads}, OpenBLAS's time in ours", blas, () => OpenBlas.Run(product, cores), () => product.Run(WorkerPool.Shared));
        }

        foreach ((int m, int n, int k) in s_shapes)
        {
            Sgemm product = new(m, n, k);
            Share(report, options, $"SGEMM ({m}, {n}, {k}), {threads}, of the peak", product.Flops, cores, () => product.Run(WorkerPool.Shared));
            Against(report, options, $"SGEMM ({m}, {n}, {k}), OpenBLAS's time in ours", blas, () => OpenBlas.Run(product, cores), () => product.Run(WorkerPool.Shared));
        }

        ConvolutionKernels ours = new(MnistBenchmark.Batch, 26, 32, 64);
        foreach ((string name, Kernel kernel, OneDnn? other) in new[]
            {
                ("forward", ours.Forward, theirs?.Forward),
                ("input gradient", ours.InputGradient, theirs?.InputGradient),
                ("filter gradient", ours.FilterGradient, theirs?.FilterGradient),
            })
        {
            Share(report, options, $"Conv2D 26x26x32 to 64, {name}, of the peak", ours.Flops, cores, () => ours.Run(kernel));
            Against(report, options, $"Conv2D {name}, oneDNN's time in ours", other is not null, () => other!.Run(), () => ours.Run(kernel));
        }

        Widths(report, options);
        return report;
    }

    /// <summary>Share of the peak at each width, each in a process in which the wider instructions are off.</summary>
    private static void Widths(Report report, Options options)
    {
        List<double[]> full = [], narrow = [], narrowest = [];
        for (int pair = 0; pair < Math.Min(5, options.Pairs); pair++)
        {
            full.Add(Child(null));
            narrow.Add(Child("DOTNET_EnableAVX512"));
            narrowest.Add(Child("DOTNET_EnableAVX2"));
        }

        string[] names = ["SGEMM 512", "Conv2D forward"];
        for (int i = 0; i < names.Length; i++)
        {
            int at = 2 + (2 * i);
            if (full[0][0] == 16)
            {
                report.Add($"{names[i]}, one thread, 256 bits against 512", Spread.Of(full.Zip(narrow, (f, n) => n[at] / f[at] * 100)), "%");
            }

            report.Add($"{names[i]}, one thread, 128 bits, of their peak", Spread.Of(narrowest.Select(n => n[at] / n[1] * 100)), "%");
        }
    }

    /// <summary>Floats in a vector, peak, and GFLOP/s of some kernels: what the process with less wide instructions prints.</summary>
    private static double[] Child(string? off)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [.. StartupBenchmark.Self(), "kernels", "--one-width", .. Watch.Flag]) { RedirectStandardOutput = true };
        if (off is not null)
        {
            start.Environment[off] = "0";
        }

        using Process child = Process.Start(start)!;
        string line = child.StandardOutput.ReadLine()!;
        child.WaitForExit();
        return [.. line.Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture))];
    }

    private static Report OneWidth()
    {
        WorkerPool one = FmaPeak.Pool(1);
        Sgemm product = new(512, 512, 512);
        ConvolutionKernels convolution = new(16, 26, 32, 64);
        double speed = Best(product.Flops, () => product.Run(one));
        double image = Best(convolution.Flops, () => convolution.Forward.Run(one));
        Console.WriteLine(FormattableString.Invariant($"{Simd.Width} {FmaPeak.Measure(1):F2} {speed:F2} 0 {image:F2}"));
        GC.KeepAlive(convolution);
        Environment.Exit(0);
        return new("", "");
    }

    /// <summary>GFLOP/s of the best of some turns: other processes can only make it slower.</summary>
    private static double Best(double flops, Action work) => Enumerable.Range(0, 5).Max(_ => flops / Timing.Milliseconds(work, Turn) / 1e6);

    private static void Share(Report report, Options options, string figure, double flops, int threads, Action work)
    {
        List<double> shares = [];
        for (int pair = 0; pair < options.Pairs; pair++)
        {
            double peak = FmaPeak.Measure(threads);
            shares.Add(flops / Timing.Milliseconds(work, Turn) / 1e6 / peak * 100);
        }

        report.Add(figure, Spread.Of(shares), "%");
    }

    private static void Against(Report report, Options options, string figure, bool isThere, Action theirs, Action ours)
    {
        if (!isThere)
        {
            return;
        }

        List<double> ratios = [];
        for (int pair = 0; pair < options.Pairs; pair++)
        {
            double mine = Timing.Milliseconds(ours, Turn);
            Timing.Rest();
            ratios.Add(Timing.Milliseconds(theirs, Turn) / mine);
            Timing.Rest();
        }

        report.Add(figure, Spread.Of(ratios), "x");
    }

    /// <summary>oneDNN's, where it is there and fast.</summary>
    private static (OneDnn Forward, OneDnn InputGradient, OneDnn FilterGradient)? Convolutions(Report report)
    {
        if (OneDnn.Fault is { } reason)
        {
            report.Peer(reason);
            return null;
        }

        // A small batch, so that a busy machine does not cut into every try.
        int cores = Environment.ProcessorCount;
        OneDnn small = OneDnn.Convolution(CheckedBatch, 26, 32, 64).Forward;
        string? fault = PeerCheck.Fault(ConvolutionKernels.FlopsOf(CheckedBatch, 26, 32, 64), cores, () => Timing.Milliseconds(small.Run, 0));
        report.Peer(fault is null ? $"{OneDnn.Version}, {Machine.Count(cores, "thread")}." : $"{OneDnn.Version}: {fault}; look at DNNL_MAX_CPU_ISA, or install Debian's libdnnl2.");
        return fault is null ? OneDnn.Convolution(MnistBenchmark.Batch, 26, 32, 64) : null;
    }
}
