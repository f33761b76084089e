using NeuralOpt.Keras.Callbacks;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>A model and its data, trained some steps at a time by <c>Fit</c>, shuffling and batches included.</summary>
internal sealed class Training(Model model, Tensor x, Tensor y, int batch)
{
    // The first steps of a call start the thread that fills batches.
    private const int WarmUp = 2;

    private readonly Clock _clock = new();

    /// <summary>Bytes that a step of the last turn allocated on the managed heap, all threads together.</summary>
    internal double AllocatedBytes { get; private set; }

    internal Model Model => model;

    /// <summary>Milliseconds a step, over so many steps.</summary>
    internal double Run(int steps)
    {
        model.Fit(x, y, batchSize: batch, verbose: 0, callbacks: [_clock], stepsPerEpoch: steps + WarmUp);
        AllocatedBytes = (_clock.EndBytes - _clock.StartBytes) / (double)steps;
        return (_clock.End - _clock.Start) / steps;
    }

    /// <summary>Milliseconds a step while as many threads as there are cores do nothing but count.</summary>
    internal double RunUnderLoad(int steps)
    {
        bool stop = false;
        Thread[] busy = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
            {
            }
        }))];
        Array.ForEach(busy, static t => t.Start());
        double time = Run(steps);
        Volatile.Write(ref stop, true);
        Array.ForEach(busy, static t => t.Join());
        return time;
    }

    /// <summary>Milliseconds a batch of <c>Predict</c>.</summary>
    internal double Predict(int batches)
    {
        Tensor part = x[..(batches * batch)];
        model.Predict(part, batchSize: batch, verbose: 0);
        double start = Watch.Now;
        model.Predict(part, batchSize: batch, verbose: 0);
        return (Watch.Now - start) / batches;
    }

    /// <summary>The plan of a step with the time of each kernel.</summary>
    internal string Explain(int runs) => model.ExplainTrainStep(x[..batch], y[..batch], runs: runs);

    private sealed class Clock : Callback
    {
        internal double Start { get; private set; }

        internal double End { get; private set; }

        internal long StartBytes { get; private set; }

        internal long EndBytes { get; private set; }

        public override void OnTrainBatchBegin(int batch, Logs logs)
        {
            if (batch == WarmUp)
            {
                StartBytes = GC.GetTotalAllocatedBytes();
                Start = Watch.Now;
            }
        }

        public override void OnEpochEnd(int epoch, Logs logs)
        {
            End = Watch.Now;
            EndBytes = GC.GetTotalAllocatedBytes();
        }
    }
}
