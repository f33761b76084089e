using System.Diagnostics;
using System.Globalization;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>The first step of training in a fresh process: tracing, planning and just-in-time compilation included.</summary>
internal static class StartupBenchmark
{
    internal static Report Run(Options options)
    {
        Report report = new("startup", "The first `TrainOnBatch` of the mnist network in a fresh process, from the call to its return; and from the start of the process to there, with the network built.");
        List<double> first = [], all = [], theirs = [];
        for (int i = 0; i < options.Pairs; i++)
        {
            ProcessStartInfo start = new(Environment.ProcessPath!, [.. Self(), "step", .. Watch.Flag]) { RedirectStandardOutput = true };
            using Process child = Process.Start(start)!;
            string[] numbers = child.StandardOutput.ReadLine()!.Split(' ');
            child.WaitForExit();
            first.Add(double.Parse(numbers[0], CultureInfo.InvariantCulture));
            all.Add(double.Parse(numbers[1], CultureInfo.InvariantCulture));
            if (!options.NoPeer && TorchPeer.FirstStep("mnist") is { } their)
            {
                theirs.Add(their);
            }
        }

        report.Add("first step", Spread.Of(first), "ms");
        if (theirs.Count > 0)
        {
            report.Add("TorchSharp's first step, its libraries loaded", Spread.Of(theirs), "ms");
        }

        report.Add("process start to the end of the first step", Spread.Of(all), "ms");
        return report;
    }

    /// <summary>What the fresh process does.</summary>
    internal static Report FirstStep(Options options)
    {
        Tensor x = Tensor.Zeros(new(Shape.Of(128, 28, 28, 1), DType.Float32));
        Tensor y = Tensor.Zeros(new(Shape.Of(128), DType.Int32));
        Model model = Nets.Mnist();
        double start = Watch.Now;
        model.TrainOnBatch(x, y);
        double first = Watch.Now - start;
        double all = Watch.IsProcessorTime ? Watch.Now : (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        Console.WriteLine(FormattableString.Invariant($"{first:F1} {all:F1}"));
        Environment.Exit(0);
        return new("step", "");
    }

    /// <summary>Arguments that make this process run this program: its assembly, where it was started by <c>dotnet</c>.</summary>
    internal static string[] Self()
        => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(StartupBenchmark).Assembly.Location] : [];
}
