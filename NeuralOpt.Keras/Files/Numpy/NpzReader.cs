using System.IO.Compression;

namespace NeuralOpt.Keras.Files.Numpy;

/// <summary>Reads the arrays of a <c>.npz</c> file, stored or deflated, one at a time.</summary>
internal sealed class NpzReader : IDisposable
{
    private const string Extension = ".npy";

    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly ZipArchive _archive;
    private readonly LoadPolicy _policy;
    private readonly string _where;

    /// <summary>Opens the archive and checks the names and sizes of its entries.</summary>
    /// <param name="stream">Can seek; closed with the reader.</param>
    /// <param name="where">The file's name in messages.</param>
    /// <param name="policy">What the file may ask for.</param>
    internal NpzReader(Stream stream, string where, LoadPolicy policy)
    {
        _policy = policy;
        _where = where;
        _archive = Guard(() => new ZipArchive(stream, ZipArchiveMode.Read));
        try
        {
            Guard(() => ReadDirectory(stream.Length));
        }
        catch
        {
            _archive.Dispose();
            throw;
        }
    }

    /// <summary>The arrays' names in the order of the file, without the extension.</summary>
    internal IReadOnlyList<string> Names => _names;

    internal static NpzReader Open(string path, LoadPolicy policy)
    {
        FileStream stream = InputFile.Open(path, "Npz.Load");
        try
        {
            return new NpzReader(stream, Path.GetFileName(path), policy);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    internal NpyArray Read(string name)
    {
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            throw new InvalidFileException($"{_where}: an array '{NpyHeader.Shorten(name)}' must be there. Received: {NpyHeader.Shorten(string.Join(", ", _names))}.");
        }

        string where = $"{_where}, array '{NpyHeader.Shorten(name)}'";
        return Guard(() =>
        {
            using ZipEntryStream stream = new(entry.Open(), where, entry.Length, entry.Crc32);
            NpyArray array = NpyReader.Read(stream, entry.Length, where);
            stream.Skip();
            stream.CheckEnd();
            return array;
        });
    }

    public void Dispose() => _archive.Dispose();

    private bool ReadDirectory(long fileLength)
    {
        long unpacked = 0;
        long packed = 0;
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            string name = entry.FullName;
            if (!name.EndsWith(Extension, StringComparison.Ordinal) || entry.IsEncrypted)
            {
                throw new InvalidFileException($"{_where}: every entry must be an unencrypted .npy array. Received: '{NpyHeader.Shorten(name)}'.");
            }

            name = name[..^Extension.Length];
            if (!_entries.TryAdd(name, entry))
            {
                throw new InvalidFileException($"{_where}: every array must be there once. Received: '{NpyHeader.Shorten(name)}' twice.");
            }

            _names.Add(name);
            _policy.CheckUnpacked($"{_where}, array '{NpyHeader.Shorten(name)}'", entry.Length, entry.CompressedLength);
            unpacked = checked(unpacked + entry.Length);
            packed = checked(packed + entry.CompressedLength);
        }

        // Entries that overlap would let a small file unpack to the sum of all of them.
        if (packed > fileLength)
        {
            throw new InvalidFileException($"{_where}: the entries must fit into the file of {fileLength} bytes, one behind the other. Received: {packed} bytes.");
        }

        // Many arrays, each of them small enough, are a bomb too.
        _policy.CheckUnpacked($"{_where}, all {_names.Count} arrays", unpacked, packed);

        return true;
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new InvalidFileException($"{_where}: a .npz file must be a whole zip archive of .npy arrays. Received: {NpyHeader.Shorten(e.Message)}", e);
        }
    }
}
