using System.Globalization;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Whether a peer runs on fast code, found by running it: a ratio to a reference BLAS, or to code without vectors, says nothing.</summary>
internal static class PeerCheck
{
    // Plain loops reach 2 to 5 % of the FMA peak, code of 128 bits without FMA a third of it, a fast library 70 to 95 %.
    private const double LeastShare = 50;

    private const int MostTries = 200;

    /// <summary>Null if the peer is fast enough to be compared with; else why it is not.</summary>
    /// <param name="flops">Operations of the work.</param>
    /// <param name="threads">Threads that do it.</param>
    /// <param name="milliseconds">Runs it once.</param>
    internal static string? Fault(double flops, int threads, Func<double> milliseconds)
    {
        double peak = FmaPeak.Measure(threads), best = 0;
        milliseconds();
        for (int i = 0; i < MostTries && best < LeastShare; i++)
        {
            best = Math.Max(best, flops / milliseconds() / 1e6 / peak * 100);
        }

        return best >= LeastShare ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"it reaches {best:F0} % of the FMA peak of {Machine.Count(threads, "core")} and {LeastShare} at least are expected of vector code, so no ratio is given{(!Watch.IsProcessorTime && Machine.Load > Environment.ProcessorCount + 1 ? $" (the load is {Machine.Load:F0}: --processor-time may tell more)" : "")}");
    }

    /// <summary>Environment variables that hold the peers to as many threads, and to vectors as wide, as ours.</summary>
    internal static IReadOnlyDictionary<string, string> Settings { get; } = MakeSettings();

    /// <summary>Why nothing is compared at this width; null where something is.</summary>
    internal static string? NoPeers => Machine.Width >= 256 ? null
        : $"The peers cannot be held to vectors of {Machine.Width} bits, so ours is measured alone.";

    private static Dictionary<string, string> MakeSettings()
    {
        // OpenMP counts the machine's cores, not those that this process was given.
        Dictionary<string, string> settings = new() { ["OMP_NUM_THREADS"] = $"{Environment.ProcessorCount}" };
        if (Machine.Width == 256)
        {
            settings["ATEN_CPU_CAPABILITY"] = "avx2";
            settings["MKL_ENABLE_INSTRUCTIONS"] = "AVX2";
            settings["ONEDNN_MAX_CPU_ISA"] = "AVX2";
            settings["DNNL_MAX_CPU_ISA"] = "AVX2";
            settings["OPENBLAS_CORETYPE"] = "Haswell";
        }

        return settings;
    }
}
