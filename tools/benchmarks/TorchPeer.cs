using System.Diagnostics;
using System.Globalization;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>PyTorch of Debian's python3-torch in a process of its own, which runs steps when asked.</summary>
internal sealed class TorchPeer : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly Process _process;

    private TorchPeer(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    internal string Version { get; }

    /// <summary>Starts it, or returns null and says how to get it.</summary>
    /// <param name="tuned">Channels last, threads bound to cores, malloc kept from mmap.</param>
    internal static TorchPeer? Start(bool tuned)
    {
        if (!File.Exists(Python))
        {
            return Missing();
        }

        ProcessStartInfo start = new(Python)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "torch_server.py"), tuned ? "tuned" : "stock", $"{Environment.ProcessorCount}" },
        };
        if (tuned)
        {
            start.Environment["OMP_PROC_BIND"] = "true";
            start.Environment["MALLOC_MMAP_THRESHOLD_"] = "4000000000";
            start.Environment["MALLOC_TRIM_THRESHOLD_"] = "8000000000";
            start.Environment["MALLOC_TOP_PAD_"] = "200000000";
        }

        Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string? line = process.StandardOutput.ReadLine();
        if (line?.Split(' ') is ["ready", string version])
        {
            return new(process, version);
        }

        process.Dispose();
        return Missing();
    }

    /// <summary>Milliseconds a step of one of the script's nets.</summary>
    internal double Run(string net, int steps)
    {
        _process.StandardInput.WriteLine($"{net} {steps}");
        _process.StandardInput.Flush();
        string? line = _process.StandardOutput.ReadLine();
        return line is null
            ? throw new InvalidOperationException($"torch_server.py: it must answer '{net} {steps}' with a number. Received: the end of its output.")
            : double.Parse(line, CultureInfo.InvariantCulture);
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

    private static TorchPeer? Missing()
    {
        Console.WriteLine($"PyTorch is not there ({Python} -c \"import torch\" fails), so ours is measured alone. The peer is Debian's package python3-torch.");
        return null;
    }
}
