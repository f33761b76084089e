using System.Globalization;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Whether a peer runs on fast code, found by running it: a ratio to a reference BLAS, or to code without vectors, says nothing.</summary>
internal static class PeerCheck
{
    // Plain loops reach 2 to 5 % of a core's FMA peak, vectors of 128 bits without FMA a quarter of the peak of 256.
    private const double LeastShare = 30;

    private const int Tries = 10;

    /// <summary>Null if the peer is fast enough to be compared with; else why it is not.</summary>
    /// <param name="flops">Operations of the work.</param>
    /// <param name="threads">Threads that do it.</param>
    /// <param name="milliseconds">Runs it once.</param>
    internal static string? Fault(double flops, int threads, Func<double> milliseconds)
    {
        milliseconds();
        double best = Enumerable.Range(0, Tries).Min(_ => milliseconds());
        double share = flops / best / 1e6 / FmaPeak.Measure(threads) * 100;
        return share >= LeastShare ? null
            : string.Create(CultureInfo.InvariantCulture, $"it reaches {share:F0} % of the FMA peak of {Machine.Count(threads, "core")} and {LeastShare} at least are expected of vector code, so no ratio is given");
    }

    /// <summary>Settings that hold the peers to vectors as wide as ours, and keep the shell's settings from them.</summary>
    internal static IReadOnlyDictionary<string, string> Settings => Machine.Width == 256
        ? new Dictionary<string, string>
        {
            ["ATEN_CPU_CAPABILITY"] = "avx2",
            ["MKL_ENABLE_INSTRUCTIONS"] = "AVX2",
            ["ONEDNN_MAX_CPU_ISA"] = "AVX2",
            ["DNNL_MAX_CPU_ISA"] = "AVX2",
            ["OPENBLAS_CORETYPE"] = "Haswell",
        }
        : new Dictionary<string, string>();

    /// <summary>Why nothing is compared at this width; null where something is.</summary>
    internal static string? NoPeers => Machine.Width >= 256 ? null
        : $"The peers cannot be held to vectors of {Machine.Width} bits, so ours is measured alone.";
}
