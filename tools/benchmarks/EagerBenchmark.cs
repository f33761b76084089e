namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Single ops on 16 elements, and a step of a small net written with a tape: what a call costs beside its arithmetic.</summary>
internal static class EagerBenchmark
{
    private const double TurnMilliseconds = 30;

    // The compiler counts calls only after 100 ms without anything new, and works beside.
    private const int WarmUpRounds = 10;
    private const int WarmUpCalls = 500;
    private const int WarmUpPause = 150;

    internal static Report Run(Options options)
    {
        Report report = new("eager", "Single ops on 16 elements (the product: 4 x 4; the element: `m[1, 2]`), and a training step of a net 8-30-1 on 32 samples (tanh, mean squared error, gradient descent) written with a `GradientTape`, called as it is and under `Function.Compile`. Bytes are those of the managed heap; TorchSharp's tensors have memory of their own besides, and are disposed by hand at once, on one thread, which is its fastest way.");
        using TorchPeer? peer = options.NoPeer ? null : TorchPeer.Start(tuned: false, report);
        (string Name, string Figure, Action Work)[] works = [.. Works()];
        for (int round = 0; round < WarmUpRounds; round++)
        {
            foreach ((string name, _, Action work) in works)
            {
                Turn(work, WarmUpCalls);
                peer?.Run(name, WarmUpCalls);
            }

            Thread.Sleep(WarmUpPause);
        }

        foreach ((string name, string figure, Action work) in works)
        {
            int calls = Math.Max(1, (int)(TurnMilliseconds / Turn(work, WarmUpCalls).Milliseconds));
            int theirCalls = peer is null ? 0 : Math.Max(1, (int)(TurnMilliseconds / peer.Run(name, WarmUpCalls)));
            List<double> mine = [], theirs = [], bytes = [], theirBytes = [];
            for (int pair = 0; pair < options.Pairs; pair++)
            {
                (double time, double allocated) = Turn(work, calls);
                mine.Add(time * 1000);
                bytes.Add(allocated);
                if (peer is not null)
                {
                    theirs.Add(peer.Run(name, theirCalls) * 1000);
                    theirBytes.Add(peer.AllocatedBytes);
                }
            }

            report.Add(figure, Spread.Of(mine), "us");
            if (peer is not null)
            {
                report.Add($"{figure}, TorchSharp's time in ours", Spread.Ratio(theirs, mine), "x");
            }

            report.Note($"{figure}, managed bytes", peer is null
                ? FormattableString.Invariant($"{Spread.Of(bytes).Median:F0}")
                : FormattableString.Invariant($"{Spread.Of(bytes).Median:F0}, TorchSharp {Spread.Of(theirBytes).Median:F0}"));
        }

        return report;
    }

    private static IEnumerable<(string Name, string Figure, Action Work)> Works()
    {
        Tensor a = Ops.Arange(16, dtype: DType.Float32) / 16, b = a + 1, m = Ops.Reshape(a, (4, 4));
        yield return ("add", "a + b", () => _ = a + b);
        yield return ("multiply", "a * b", () => _ = a * b);
        yield return ("exp", "Exp(a)", () => Ops.Exp(a));
        yield return ("relu", "Relu(a)", () => Ops.Relu(a));
        yield return ("sum", "Sum(a)", () => Ops.Sum(a));
        yield return ("matmul", "Matmul(m, m)", () => Ops.Matmul(m, m));
        yield return ("element", "m[1, 2]", () => _ = m[1, 2]);

        Tensor x = RandomOps.Uniform((32, 8), seed: 1), y = RandomOps.Uniform((32, 1), seed: 2);
        yield return ("step", "a step with a tape", Step(x, y, static step => step));
        yield return ("step", "the same compiled", Step(x, y, static step => Function.Compile(step)));
    }

    private static Action Step(Tensor x, Tensor y, Func<Func<Tensor, Tensor, Tensor>, Func<Tensor, Tensor, Tensor>> how)
    {
        Variable w1 = new(RandomOps.Uniform((8, 30), -0.4, 0.4, seed: 3)), b1 = new(Ops.Zeros(30));
        Variable w2 = new(RandomOps.Uniform((30, 1), -0.4, 0.4, seed: 4)), b2 = new(Ops.Zeros(1));
        Variable[] weights = [w1, b1, w2, b2];
        Func<Tensor, Tensor, Tensor> step = how((x, y) =>
        {
            using GradientTape tape = new();
            Tensor output = Ops.Matmul(Ops.Tanh(Ops.Matmul(x, w1) + b1), w2) + b2;
            Tensor loss = Ops.Mean(Ops.Square(output - y));
            Tensor?[] gradients = tape.Gradient(loss, weights);
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i].AssignSub(gradients[i]! * 0.01);
            }

            return loss;
        });
        return () => step(x, y).Item();
    }

    private static (double Milliseconds, double Bytes) Turn(Action work, int calls)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        double start = Watch.Now;
        for (int i = 0; i < calls; i++)
        {
            work();
        }

        double time = Watch.Now - start;
        return (time / calls, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)calls);
    }
}
