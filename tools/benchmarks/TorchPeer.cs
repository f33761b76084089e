using System.Diagnostics;
using System.Globalization;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>TorchSharp in a process of its own (tools/peer), which runs steps when asked.</summary>
internal sealed class TorchPeer : IDisposable
{
    // 512-cubed.
    private const double ProductFlops = 2.0 * 512 * 512 * 512;

    private static readonly string[] s_settings = ["OMP_", "GOMP_", "KMP_", "MKL_", "OPENBLAS_", "ONEDNN_", "DNNL_", "ATEN_", "MALLOC_"];

    private readonly Process _process;

    private TorchPeer(Process process, string version) => (_process, Version) = (process, version);

    /// <summary>What it is, and on how many threads.</summary>
    internal string Version { get; }

    /// <summary>Bytes of the managed heap that a step of the last turn allocated.</summary>
    internal double AllocatedBytes { get; private set; }

    private static string Program => Path.Combine(Options.Folder(), "..", "peer", "bin", "Release", "net10.0", "peer.dll");

    /// <summary>Starts it; null, with the reason in the report, where it cannot be compared with.</summary>
    /// <param name="tuned">The fastest of several ways to write a net, threads bound to cores, malloc kept from mmap.</param>
    /// <param name="report">Takes what it is.</param>
    internal static TorchPeer? Start(bool tuned, Report report)
    {
        if (PeerCheck.NoPeers is { } reason)
        {
            report.Peer(reason);
            return null;
        }

        if (!File.Exists(Program))
        {
            report.Peer("TorchSharp is not there, so ours is measured alone: `dotnet build -c Release tools/peer` brings it (200 MB to download, once).");
            return null;
        }

        Process process = Process.Start(StartInfo(tuned, "serve", tuned ? "tuned" : "stock", Watch.IsProcessorTime ? "processor" : "wall"))!;
        string? line = process.StandardOutput.ReadLine();
        if (line?.StartsWith("ready ", StringComparison.Ordinal) != true)
        {
            report.Peer($"TorchSharp does not start, so ours is measured alone: {process.StandardError.ReadLine() ?? "it says nothing"}");
            process.Kill();
            return null;
        }

        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        TorchPeer peer = new(process, line["ready ".Length..]);
        if (PeerCheck.Fault(ProductFlops, 1, () => peer.Run("product-1", 1)) is { } fault)
        {
            report.Peer($"{peer.Version}: {fault}; libtorch-cpu of NuGet has a fast BLAS, so look for settings that switch vector code off.");
            peer.Dispose();
            return null;
        }

        report.Peer($"{peer.Version}{(tuned ? ", tuned: the fastest of several ways to write the net, threads bound to cores, malloc kept from mmap" : "")}{(Machine.Width == 256 ? ", held to 256 bits by its settings" : "")}.");
        return peer;
    }

    /// <summary>Milliseconds of the first step of a fresh process; null where there is none to compare with.</summary>
    internal static double? FirstStep(string net)
    {
        if (PeerCheck.NoPeers is not null || !File.Exists(Program))
        {
            return null;
        }

        using Process process = Process.Start(StartInfo(false, "first", net, Watch.IsProcessorTime ? "processor" : "wall"))!;
        string? line = process.StandardOutput.ReadLine();
        process.WaitForExit();
        return line is null ? null : double.Parse(line, CultureInfo.InvariantCulture);
    }

    /// <summary>Milliseconds a step.</summary>
    internal double Run(string work, int steps)
    {
        _process.StandardInput.WriteLine($"{work} {steps}");
        _process.StandardInput.Flush();
        string[] words = _process.StandardOutput.ReadLine()?.Split(' ')
            ?? throw new InvalidOperationException($"TorchSharp: tools/peer must answer '{work} {steps}' with numbers. Received: the end of its output.");
        AllocatedBytes = double.Parse(words[1], CultureInfo.InvariantCulture);
        return double.Parse(words[0], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(2000))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(bool tuned, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The peer as it is, whatever the shell has set for other programs.
        foreach (string name in start.Environment.Keys.Where(k => Array.Exists(s_settings, p => k.StartsWith(p, StringComparison.Ordinal))).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in PeerCheck.Settings)
        {
            start.Environment[name] = value;
        }

        if (tuned)
        {
            start.Environment["OMP_PROC_BIND"] = "true";
            start.Environment["MALLOC_MMAP_THRESHOLD_"] = "4000000000";
            start.Environment["MALLOC_TRIM_THRESHOLD_"] = "8000000000";
            start.Environment["MALLOC_TOP_PAD_"] = "200000000";
        }

        return start;
    }
}
