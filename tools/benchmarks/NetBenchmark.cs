namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Ours and TorchSharp, stock and tuned, take turns on one net.</summary>
/// <param name="name">Name of the net, here and in tools/peer.</param>
/// <param name="ours">The net with its data.</param>
/// <param name="flops">Floating-point operations of a step when nothing is skipped; 0 where that says nothing.</param>
/// <param name="steps">Steps of a turn.</param>
/// <param name="options">What the command line asks for.</param>
/// <param name="report">Takes the figures.</param>
internal sealed class NetBenchmark(string name, Training ours, double flops, int steps, Options options, Report report)
{
    /// <summary>Measures and reports.</summary>
    /// <param name="predict">Whether <c>Predict</c> is measured too.</param>
    internal void Run(bool predict = false)
    {
        steps = options.Steps > 0 ? options.Steps : steps;
        if (options.Has("--explain-only"))
        {
            Console.WriteLine(ours.Explain(20));
            report.Add("ours, ms a step", Spread.Of(Enumerable.Range(0, options.Pairs).Select(_ => ours.Run(steps))), "ms");
            return;
        }

        using TorchPeer? stock = options.NoPeer ? null : TorchPeer.Start(tuned: false, report);
        using TorchPeer? tuned = stock is null ? null : TorchPeer.Start(tuned: true, report);
        Console.WriteLine($"{options.Pairs} pairs of {steps} steps");
        ours.Run(4);
        stock?.Run(name, 1);
        tuned?.Run(name, 1);
        List<double> mine = [], theirs = [], best = [], peaks = [], units = [], bytes = [], guesses = [], bestGuesses = [];
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
            if (predict)
            {
                guesses.Add(ours.Predict(steps));
                Timing.Rest();
                Ask(tuned, name + "-predict", bestGuesses);
            }
        }

        report.Add("ours, ms a step", Spread.Of(mine), "ms");
        Compare("stock", theirs, mine);
        Compare("tuned", best, mine);
        if (predict)
        {
            report.Add("Predict, ms a batch", Spread.Of(guesses), "ms");
            if (bestGuesses.Count > 0)
            {
                report.Add("Predict, TorchSharp's time, tuned, in ours", Spread.Ratio(bestGuesses, guesses), "x");
            }
        }

        report.Add("g, a 1024-cubed SGEMM", Spread.Of(units), "ms");
        report.Add("a step in g", Spread.Ratio(mine, units), "g");
        if (flops > 0)
        {
            report.Add($"FMA peak of {Machine.Count(Environment.ProcessorCount, "core")}", Spread.Of(peaks), "GFLOP/s");
            report.Add("share of the peak, all operations counted", Spread.Of(mine.Zip(peaks, (ms, peak) => flops / ms / 1e6 / peak * 100)), "%");
        }

        report.Add("managed bytes allocated a step", Spread.Of(bytes), "bytes");
        if (!Watch.IsProcessorTime)
        {
            double loaded = ours.RunUnderLoad(steps);
            report.Add($"slower beside {Machine.Count(Environment.ProcessorCount, "busy thread")} by", loaded / Spread.Of(mine).Median, "x");
        }

        report.Add("most memory of the process", Machine.PeakMemory, "MB");
        if (options.Explain)
        {
            Console.WriteLine(ours.Explain(Math.Max(5, steps)));
        }
    }

    private void Compare(string how, List<double> theirs, List<double> mine)
    {
        if (theirs.Count > 0)
        {
            report.Add($"TorchSharp, {how}", Spread.Of(theirs), "ms");
            report.Add($"TorchSharp's time, {how}, in ours", Spread.Ratio(theirs, mine), "x");
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
