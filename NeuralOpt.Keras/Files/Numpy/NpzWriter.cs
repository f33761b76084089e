using System.IO.Compression;

namespace NeuralOpt.Keras.Files.Numpy;

/// <summary>Writes arrays into a <c>.npz</c> file, one after the other. The same arrays give the same bytes.</summary>
internal sealed class NpzWriter(Stream stream, bool compressed) : IDisposable
{
    private readonly ZipArchive _archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal void Add(string name, DType dtype, ReadOnlySpan<int> shape, ReadOnlySpan<byte> data)
    {
        using Stream content = Open(name);
        NpyWriter.Write(content, dtype, shape, data);
    }

    internal void Add(string name, Tensor array)
    {
        using Stream content = Open(name);
        NpyWriter.Write(content, array);
    }

    public void Dispose() => _archive.Dispose();

    private Stream Open(string name)
    {
        if (!_names.Add(name))
        {
            throw new KerasArgumentException($"Npz.Save: every array must have a name of its own. Received: '{name}' twice.");
        }

        ZipArchiveEntry entry = _archive.CreateEntry(name + ".npy", compressed ? CompressionLevel.SmallestSize : CompressionLevel.NoCompression);
        // NumPy's date too: the time of writing would make each file another one.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }
}
