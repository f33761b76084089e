using System.Security.Cryptography;
using NeuralOpt.Keras.Files;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

/// <summary>Fetches a file into the cache, with Keras's messages and progress bar.</summary>
internal static class CachedDownload
{
    /// <summary>How long a server may be silent.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private static readonly Lazy<HttpClient> s_client = new(() =>
        new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(30) }) { Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>Makes sure that the file is there.</summary>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="target">Where it is to be.</param>
    /// <param name="hash">What it must hash to, or null.</param>
    /// <param name="force">Fetch it even if it is there.</param>
    /// <param name="terminal">Where progress goes; null is the console.</param>
    /// <returns>Whether it was fetched now.</returns>
    internal static bool Fetch(Uri origin, string target, FileHash? hash, bool force = false, ProgressTerminal? terminal = null)
    {
        terminal ??= ProgressTerminal.ForConsole();
        if (!force && File.Exists(target))
        {
            if (hash is null || hash.IsHashOfFile(target))
            {
                return false;
            }

            terminal.Output.WriteLine(
                $"A local file was found, but it seems to be incomplete or outdated because the {hash.Algorithm} file hash does not match the original value of {hash.Digits} so we will re-download the data.");
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
            terminal.Output.WriteLine($"Downloading data from {origin}");
            // On the pool, so that a caller with a synchronisation context does not wait for itself.
            AtomicFile.Write(target, stream => Task.Run(() => CopyAsync(origin, stream, hash, new ProgressBar(null, terminal: terminal))).GetAwaiter().GetResult());
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or UnauthorizedAccessException)
        {
            string reason = e is OperationCanceledException ? $"no byte for {s_patience.TotalSeconds:0} seconds" : e.Message;
            throw new KerasIOException($"Utils.GetFile: {origin} must be downloadable, or the file be at {target} already. Received: {reason.TrimEnd('.')}.", e);
        }
    }

    private static async Task CopyAsync(Uri origin, Stream file, FileHash? hash, ProgressBar bar)
    {
        using CancellationTokenSource patience = new(s_patience);
        using HttpResponseMessage response = await s_client.Value.GetAsync(origin, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        response.EnsureSuccessStatusCode();
        bar.Target = response.Content.Headers.ContentLength;
        using IncrementalHash? sum = hash is null ? null : IncrementalHash.CreateHash(hash.Algorithm);
        using Stream content = await response.Content.ReadAsStreamAsync(patience.Token);
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        while (true)
        {
            patience.CancelAfter(s_patience);
            int count = await content.ReadAsync(buffer, patience.Token);
            if (count == 0)
            {
                break;
            }

            file.Write(buffer, 0, count);
            sum?.AppendData(buffer, 0, count);
            done += count;
            bar.Update(done, [], finalize: false);
        }

        bar.Target ??= done;
        bar.Update(done, [], finalize: true);
        if (hash is not null && !hash.IsHashOf(sum!.GetHashAndReset()))
        {
            throw new InvalidFileException($"{origin}: the file must have the {hash.Algorithm} hash {hash.Digits}. Received: a file of {done} bytes with another one.");
        }
    }
}
