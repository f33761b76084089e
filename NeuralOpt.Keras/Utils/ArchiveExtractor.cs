using System.IO.Compression;
using System.Text;
using NeuralOpt.Keras.Files;
using NeuralOpt.Keras.Files.Numpy;

namespace NeuralOpt.Keras;

/// <summary>Unpacks an archive into one folder and nowhere else: files and folders only, no links.</summary>
internal sealed class ArchiveExtractor
{
    private delegate int Reader(Span<byte> buffer);

    /// <summary>What file systems take.</summary>
    private const int MaxName = 255;

    private const int MaxPath = 1024;

    private readonly string _where;
    private readonly string _folder;
    private readonly long _packed;
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private long _unpacked;
    private long _entries;

    private ArchiveExtractor(string archive, string folder)
    {
        _where = Path.GetFileName(archive);
        _folder = folder;
        _packed = new FileInfo(archive).Length;
    }

    /// <summary>Unpacks beside the folder first, so that an archive that is refused leaves nothing in it.</summary>
    /// <param name="archive">A zip file, or a tar file, plain or gzip.</param>
    /// <param name="folder">Where to; files that are there already are replaced.</param>
    /// <param name="format"><c>auto</c>, <c>tar</c> or <c>zip</c>.</param>
    internal static void Extract(string archive, string folder, string format)
    {
        string temporary = AtomicFile.TemporaryBeside(Path.GetFullPath(folder));
        try
        {
            Directory.CreateDirectory(temporary);
            new ArchiveExtractor(archive, temporary).Extract(archive, format);
            foreach (string file in Directory.EnumerateFiles(temporary, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(folder, Path.GetRelativePath(temporary, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(file, target, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && e is not IKerasException)
        {
            // The folder in the making is nothing that the user knows.
            string reason = e.Message.Replace(temporary, folder, StringComparison.Ordinal);
            throw new KerasIOException($"{Path.GetFileName(archive)}: it must be possible to write what the archive holds to {folder}. Received: {reason}", e);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private void Extract(string archive, string format)
    {
        using FileStream stream = File.OpenRead(archive);
        byte[] start = new byte[262];
        int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        bool isZip = start.AsSpan().StartsWith("PK"u8);
        bool isGzip = start[0] == 0x1F && start[1] == 0x8B;
        bool isTar = isGzip || (count == start.Length && start.AsSpan(257, 5).SequenceEqual("ustar"u8));
        if (!(isZip && format != "tar") && !(isTar && format != "zip"))
        {
            throw new InvalidFileException($"{_where}: an archive must be a zip file, or a tar file, plain or gzip, and of the format asked for ({format}). Received: another file.");
        }

        try
        {
            if (isZip)
            {
                Unzip(stream);
            }
            else
            {
                Untar(isGzip ? new GZipStream(stream, CompressionMode.Decompress) : stream);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or FormatException or NotSupportedException or OverflowException)
        {
            throw new InvalidFileException($"{_where}: the archive must be whole. Received: {e.Message}", e);
        }
    }

    private void Unzip(Stream stream)
    {
        const int TypeMask = 0xF000;
        const int SymbolicLink = 0xA000;
        using ZipArchive zip = new(stream, ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string path = PathOf(entry.FullName, isLink: ((entry.ExternalAttributes >> 16) & TypeMask) == SymbolicLink || entry.IsEncrypted);
            if (IsFolder(path, entry.FullName.EndsWith('/')))
            {
                continue;
            }

            using ZipEntryStream content = new(entry.Open(), $"{_where}, entry '{Shorten(entry.FullName)}'", entry.Length, entry.Crc32);
            Copy(content.Read, path);
            content.CheckEnd();
        }
    }

    private void Untar(Stream stream)
    {
        TarEntries tar = new(stream, _where);
        while (tar.Next() is { } entry)
        {
            string path = PathOf(entry.Name, isLink: entry.Type is not ('0' or '5'));
            if (!IsFolder(path, entry.Type == '5' || entry.Name.EndsWith('/')))
            {
                Copy(tar.Read, path);
            }
        }
    }

    private string PathOf(string name, bool isLink)
    {
        LoadPolicy.Default.CheckEntries(_where, ++_entries, _packed);
        string[] parts = name.Split('/', '\\');
        if (parts.Any(p => Encoding.UTF8.GetByteCount(p) > MaxName) || Encoding.UTF8.GetByteCount(name) > MaxPath)
        {
            throw new InvalidFileException($"{_where}: the name of an entry must have at most {MaxName} bytes, {MaxPath} with its folders. Received: '{Shorten(name)}' of {Encoding.UTF8.GetByteCount(name)}.");
        }

        string path = Path.GetFullPath(Path.Combine(_folder, name.Replace('\\', '/')));
        bool inside = path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.TrimEndingDirectorySeparator(path) == _folder;
        if (isLink || !inside || name.Contains(':') || parts.Contains(".."))
        {
            throw new InvalidFileException($"{_where}: an entry must be a plain file or folder below the folder it is unpacked to. Received: '{Shorten(name)}'.");
        }

        return Path.TrimEndingDirectorySeparator(path);
    }

    /// <summary>Whether it is a folder, which needs no place of its own: its files make it. No name is that of a file and of a folder.</summary>
    private bool IsFolder(string path, bool folder)
    {
        if (!folder && !_files.Add(path))
        {
            throw new InvalidFileException($"{_where}: every entry must be there once. Received: '{Shorten(path)}' twice.");
        }

        for (string above = folder ? path : Path.GetDirectoryName(path)!; above.Length > _folder.Length; above = Path.GetDirectoryName(above)!)
        {
            _folders.Add(above);
            CheckOneKind(above);
        }

        CheckOneKind(path);
        return folder;
    }

    private void CheckOneKind(string path)
    {
        if (_files.Contains(path) && (_folders.Contains(path) || path == _folder))
        {
            throw new InvalidFileException($"{_where}: a name must be that of a file or of a folder. Received: '{Shorten(path)}' as both.");
        }
    }

    private void Copy(Reader read, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
        byte[] buffer = new byte[1 << 16];
        int count;
        while ((count = read(buffer)) > 0)
        {
            _unpacked += count;
            LoadPolicy.Default.CheckUnpacked(_where, _unpacked, _packed);
            file.Write(buffer, 0, count);
        }
    }

    /// <summary>A name for messages: below the folder, and not longer than can be read.</summary>
    private string Shorten(string name) => NpyHeader.Shorten(Path.IsPathRooted(name) && name.StartsWith(_folder, StringComparison.Ordinal) ? Path.GetRelativePath(_folder, name) : name);
}
