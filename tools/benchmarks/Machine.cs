using System.Globalization;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Where the figures come from.</summary>
internal static class Machine
{
    /// <summary>Bits of a vector in the library's kernels.</summary>
    internal static int Width => Simd.Width * 32;

    internal static string Description => $"{Processor}, {Count(Environment.ProcessorCount, "core")}, vectors of {Width} bits, .NET {Environment.Version}";

    /// <summary>Processes that want a core, averaged over the last minute; NaN where the system does not tell.</summary>
    internal static double Load => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : double.NaN;

    internal static string Processor => Field("/proc/cpuinfo", "model name") ?? "unknown processor";

    /// <summary>The most memory that this process had in use, in MB.</summary>
    internal static double PeakMemory => Field("/proc/self/status", "VmHWM")?.Split(' ')[0] is { } text
        ? double.Parse(text, CultureInfo.InvariantCulture) / 1024
        : System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / (double)(1 << 20);

    /// <summary>Memory in use now, in MB.</summary>
    internal static double Memory => Environment.WorkingSet / (double)(1 << 20);

    /// <summary>A number with its noun.</summary>
    internal static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private static string? Field(string file, string name)
    {
        string? line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim();
    }
}
