namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Ours and PyTorch, stock and tuned, take turns on one net.</summary>
/// <param name="name">Name of the net, here and in torch_server.py.</param>
/// <param name="flops">Floating-point operations of a step when nothing is skipped; 0 where that says nothing.</param>
/// <param name="steps">Steps of a turn.</param>
internal sealed class NetBenchmark(string name, Training ours, double flops, int steps, Options options, Report report)
{
    /// <summary>Measures and reports; null gates are not judged.</summary>
    internal void Run(Gate? stockGate, Gate? tunedGate, Gate? unitGate, Gate? predictGate, Gate? timeGate = null)
    {
        steps = options.Steps > 0 ? options.Steps : steps;
        if (options.Has("--explain-only"))
        {
            Console.WriteLine(ours.Explain(20));
            report.Add("ours, ms a step", Spread.Of(Enumerable.Range(0, options.Pairs).Select(_ => ours.Run(steps))), "ms");
            return;
        }

        using TorchPeer? stock = options.NoPeer ? null : TorchPeer.Start(tuned: false);
        using TorchPeer? tuned = stock is null ? null : TorchPeer.Start(tuned: true);
        Console.WriteLine($"{name}: {options.Pairs} pairs of {steps} steps, through Fit, {Machine.Processor}, {Environment.ProcessorCount} threads, peer {(stock is null ? "none" : "PyTorch " + stock.Version)}");
        ours.Run(4);
        stock?.Run(name, 1);
        tuned?.Run(name, 1);
        List<double> mine = [], theirs = [], best = [], peaks = [], units = [], bytes = [], predict = [], predictBest = [];
        for (int pair = 0; pair < options.Pairs; pair++)
        {
            peaks.Add(FmaPeak.Measure(Environment.ProcessorCount));
            units.Add(Sgemm.UnitMilliseconds());
            Timing.Rest();
            mine.Add(ours.Run(steps));
            bytes.Add(ours.AllocatedBytes);
            Timing.Rest();
            Ask(stock, name, theirs);
            Ask(tuned, name, best);
            if (predictGate is not null)
            {
                predict.Add(ours.Predict(steps));
                Timing.Rest();
                Ask(tuned, name + "-predict", predictBest);
            }
        }

        report.Add("ours, ms a step", Spread.Of(mine), "ms", timeGate);
        if (theirs.Count > 0)
        {
            report.Add("PyTorch, stock", Spread.Of(theirs), "ms");
            report.Add("PyTorch, tuned", Spread.Of(best), "ms");
            report.Add("ours is faster than stock PyTorch by", Spread.Ratio(theirs, mine), "x", stockGate);
            report.Add("ours is faster than tuned PyTorch by", Spread.Ratio(best, mine), "x", tunedGate);
        }

        if (predict.Count > 0)
        {
            report.Add("Predict, ms a batch", Spread.Of(predict), "ms");
            if (predictBest.Count > 0)
            {
                report.Add("Predict is faster than tuned PyTorch by", Spread.Ratio(predictBest, predict), "x", predictGate);
            }
        }

        report.Add("g, a 1024-cubed SGEMM", Spread.Of(units), "ms");
        report.Add("a step in g", Spread.Ratio(mine, units), "g", unitGate);
        if (flops > 0)
        {
            report.Add($"FMA peak of {Environment.ProcessorCount} cores", Spread.Of(peaks), "GFLOP/s");
            report.Add("share of the peak, all operations counted", Spread.Of(mine.Zip(peaks, (ms, peak) => flops / ms / 1e6 / peak * 100)), "%");
        }

        report.Add("managed bytes allocated a step", Spread.Of(bytes), "bytes", new(2048, AtLeast: false));
        double loaded = ours.RunUnderLoad(steps);
        report.Add($"slower beside {Environment.ProcessorCount} busy threads by", loaded / Spread.Of(mine).Median, "x");
        report.Add("most memory of the process", Machine.PeakMemory, "MB");
        if (options.Explain)
        {
            Console.WriteLine(ours.Explain(Math.Max(5, steps)));
        }
    }

    private void Ask(TorchPeer? peer, string net, List<double> times)
    {
        if (peer is not null)
        {
            times.Add(peer.Run(net, steps));
            Timing.Rest();
        }
    }
}
