using System.Diagnostics;
using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Dropout of 1.18 million floats: 40 random bits and one product for each.</summary>
internal static class DropoutBenchmark
{
    internal static unsafe Report Run(Options options)
    {
        Report report = new("dropout", "Dropout of 128 x 9216 floats, Philox 4x32-10 numbers included, on all cores.");
        TensorSpec spec = new(Shape.Of(128, 9216), DType.Float32), seedSpec = new(Shape.Of(2), DType.Int64);
        Buffer x = Memory.Random(128 * 9216), y = Memory.Random(128 * 9216), seed = Buffer.Zeros(16);
        Kernel kernel = KernelFactories.Create(
            new Dropout(0.25),
            new([spec, seedSpec], [new() { Address = x.Address }, new() { Address = seed.Address }], spec, new() { Address = y.Address }));
        Buffer scratch = Memory.Scratch(kernel);
        List<double> times = [], units = [];
        for (int pair = 0; pair < options.Pairs; pair++)
        {
            units.Add(Sgemm.UnitMilliseconds());
            times.Add(Timing.Milliseconds(() => kernel.Run(WorkerPool.Shared), 20));
        }

        GC.KeepAlive((x, y, seed, scratch));
        report.Add("dropout of 1.18 M floats", Spread.Of(times), "ms");
        report.Add("g, a 1024-cubed SGEMM", Spread.Of(units), "ms");
        report.Add("dropout in g", Spread.Ratio(times, units), "g");
        return report;
    }
}
