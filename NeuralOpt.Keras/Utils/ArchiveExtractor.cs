using System.IO.Compression;
using NeuralOpt.Keras.Files;

namespace NeuralOpt.Keras;

/// <summary>Unpacks an archive into one folder and nowhere else: files and folders only, no links.</summary>
internal sealed class ArchiveExtractor
{
    private delegate int Reader(Span<byte> buffer);

    private readonly string _where;
    private readonly string _folder;
    private readonly long _packed;
    private long _unpacked;

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
        Directory.CreateDirectory(temporary);
        try
        {
            new ArchiveExtractor(archive, temporary).Extract(archive, format);
            foreach (string file in Directory.EnumerateFiles(temporary, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(folder, Path.GetRelativePath(temporary, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(file, target, overwrite: true);
            }
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
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
            if (entry.FullName.EndsWith('/'))
            {
                Directory.CreateDirectory(path);
                continue;
            }

            using Stream content = entry.Open();
            Copy(buffer => content.Read(buffer), path);
        }
    }

    private void Untar(Stream stream)
    {
        TarEntries tar = new(stream, _where);
        while (tar.Next() is { } entry)
        {
            string path = PathOf(entry.Name, isLink: entry.Type is not ('0' or '5'));
            if (entry.Type == '5' || entry.Name.EndsWith('/'))
            {
                Directory.CreateDirectory(path);
                continue;
            }

            Copy(tar.Read, path);
        }
    }

    private string PathOf(string name, bool isLink)
    {
        string path = Path.GetFullPath(Path.Combine(_folder, name.Replace('\\', '/')));
        bool inside = path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.TrimEndingDirectorySeparator(path) == _folder;
        if (isLink || !inside || name.Contains(':') || name.Split('/', '\\').Contains(".."))
        {
            throw new InvalidFileException($"{_where}: an entry must be a plain file or folder below the folder it is unpacked to. Received: '{name}'.");
        }

        return path;
    }

    private void Copy(Reader read, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Path.Exists(path))
        {
            throw new InvalidFileException($"{_where}: every entry must be there once. Received: '{Path.GetRelativePath(_folder, path)}' twice.");
        }

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
}
