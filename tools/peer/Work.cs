using System.Diagnostics;

namespace NeuralOpt.Keras.Peer;

/// <summary>Something that is repeated and timed.</summary>
/// <param name="way">How it is written, one word.</param>
/// <param name="step">One step.</param>
internal sealed class Work(string way, Action step)
{
    internal string Way => way;

    /// <summary>Bytes of the managed heap that a step of the last turn allocated, on all threads.</summary>
    internal double AllocatedBytes { get; private set; }

    /// <summary>Whether processor time is told instead of time on the wall.</summary>
    internal static bool IsProcessorTime { get; set; }

    private static double Now => IsProcessorTime ? Environment.CpuUsage.TotalTime.TotalMilliseconds : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;

    /// <summary>Milliseconds a step, over so many.</summary>
    internal double Run(int steps)
    {
        long bytes = GC.GetTotalAllocatedBytes();
        double start = Now;
        for (int i = 0; i < steps; i++)
        {
            step();
        }

        double milliseconds = (Now - start) / steps;
        AllocatedBytes = (GC.GetTotalAllocatedBytes() - bytes) / (double)steps;
        return milliseconds;
    }
}
