using System.Diagnostics;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>The clock of all figures: time on the wall, or, where other programs keep the machine busy, processor time of one thread each.</summary>
internal static class Watch
{
    /// <summary>Set once, at the start of the program.</summary>
    internal static bool IsProcessorTime { get; set; }

    /// <summary>What hands it on to another process of this program.</summary>
    internal static string[] Flag => IsProcessorTime ? ["--processor-time"] : [];

    /// <summary>What the reports say of it.</summary>
    internal static string Description => IsProcessorTime ? ", one thread each, processor time" : "";

    /// <summary>Milliseconds since some moment.</summary>
    internal static double Now => IsProcessorTime ? Environment.CpuUsage.TotalTime.TotalMilliseconds : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;
}
