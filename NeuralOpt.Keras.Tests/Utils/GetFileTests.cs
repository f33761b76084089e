using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras.Tests.Utilities;

[TestClass]
public sealed class GetFileTests
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))];

    [TestMethod]
    public void A_file_is_downloaded_once_into_the_cache()
    {
        using TemporaryFolder folder = new();
        using FileServer server = new(s_content);

        string path = Utils.GetFile(origin: server.Url("data.bin"), cacheDir: folder.FullName);
        Assert.AreEqual(path, Utils.GetFile(origin: server.Url("data.bin"), cacheDir: folder.FullName));

        Assert.AreEqual(Path.Combine(folder.FullName, "datasets", "data.bin"), path);
        CollectionAssert.AreEqual(s_content, File.ReadAllBytes(path));
        Assert.AreEqual(1, server.Requests);
        Assert.HasCount(1, Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [TestMethod]
    public void Force_downloads_again()
    {
        using TemporaryFolder folder = new();
        using FileServer server = new(s_content);

        Utils.GetFile("x", server.Url("data.bin"), cacheDir: folder.FullName, cacheSubdir: "models");
        string path = Utils.GetFile("x", server.Url("data.bin"), cacheDir: folder.FullName, cacheSubdir: "models", forceDownload: true);

        Assert.AreEqual(Path.Combine(folder.FullName, "models", "x"), path);
        Assert.AreEqual(2, server.Requests);
    }

    [TestMethod]
    public void A_cached_file_with_another_hash_is_downloaded_again()
    {
        using TemporaryFolder folder = new();
        using FileServer server = new(s_content);
        string target = folder.PathOf("x");
        File.WriteAllText(target, "old");
        StringWriter output = new();
        FileHash hash = FileHash.Parse(Convert.ToHexString(SHA256.HashData(s_content)), "auto");

        bool downloaded = CachedDownload.Fetch(new Uri(server.Url("x")), target, hash, terminal: new ProgressTerminal(output, false, false));

        Assert.IsTrue(downloaded);
        CollectionAssert.AreEqual(s_content, File.ReadAllBytes(target));
        StringAssert.StartsWith(output.ToString(), "A local file was found, but it seems to be incomplete or outdated because the SHA256 file hash");
        StringAssert.Contains(output.ToString(), $"Downloading data from {server.Url("x")}");
        StringAssert.Contains(output.ToString(), "200000/200000 ━━━━━━━━━━━━━━━━━━━━ 0s ");
    }

    [TestMethod]
    public void A_file_with_a_wrong_hash_never_appears()
    {
        using TemporaryFolder folder = new();
        using FileServer server = new(s_content);
        File.WriteAllText(folder.PathOf("x"), "old");

        InvalidFileException e = Assert.ThrowsExactly<InvalidFileException>(() =>
            Utils.GetFile("x", server.Url("x"), md5Hash: new string('0', 32), cacheDir: folder.FullName, cacheSubdir: "", forceDownload: true));

        StringAssert.Contains(e.Message, "the file must have the MD5 hash 00000000000000000000000000000000. Received: a file of 200000 bytes");
        Assert.AreEqual("old", File.ReadAllText(folder.PathOf("x")));
        CollectionAssert.AreEqual((string[])["x"], folder.FileNames);
    }

    [TestMethod]
    public void A_file_that_is_cut_short_never_appears()
    {
        using TemporaryFolder folder = new();
        using FileServer server = new(s_content, declared: s_content.Length + 1);

        Assert.ThrowsExactly<KerasIOException>(() => Utils.GetFile("x", server.Url("x"), cacheDir: folder.FullName, cacheSubdir: ""));

        Assert.IsEmpty(folder.FileNames);
    }

    [TestMethod]
    public void An_answer_without_a_length_is_taken_to_its_end()
    {
        using TemporaryFolder folder = new();
        using FileServer server = new(s_content, declared: -1);

        CollectionAssert.AreEqual(s_content, File.ReadAllBytes(Utils.GetFile("x", server.Url("x"), cacheDir: folder.FullName)));
    }

    [TestMethod]
    public void A_server_that_has_no_such_file_is_named_with_its_answer()
    {
        using TemporaryFolder folder = new();
        using FileServer server = new([], "404 Not Found");

        KerasIOException e = Assert.ThrowsExactly<KerasIOException>(() => Utils.GetFile("x", server.Url("x"), cacheDir: folder.FullName));

        StringAssert.StartsWith(e.Message, $"Utils.GetFile: {server.Url("x")} must be downloadable, or the file be at ");
        StringAssert.Contains(e.Message, "404 (Not Found).");
    }

    [TestMethod]
    public void A_server_that_cannot_be_reached_is_one_sentence()
    {
        using TemporaryFolder folder = new();
        FileServer server = new([]);
        string url = server.Url("x");
        server.Dispose();

        KerasIOException e = Assert.ThrowsExactly<KerasIOException>(() => Utils.GetFile("x", url, cacheDir: folder.FullName));

        StringAssert.StartsWith(e.Message, $"Utils.GetFile: {url} must be downloadable, or the file be at {Path.Combine(folder.FullName, "datasets", "x")} already. Received: ");
    }

    [TestMethod]
    [DataRow(null, "origin must be an http or https address")]
    [DataRow("file:///etc/passwd", "origin must be an http or https address")]
    [DataRow("http://127.0.0.1/", "fname must be the name of a file")]
    public void An_address_must_name_a_file_on_a_server(string? origin, string reason) =>
        StringAssert.Contains(Assert.ThrowsExactly<KerasArgumentException>(() => Utils.GetFile(origin: origin)).Message, reason);

    [TestMethod]
    [DataRow("a/b")]
    [DataRow("..")]
    [DataRow("..\\b")]
    public void A_name_with_folders_is_refused(string fname) =>
        StringAssert.Contains(Assert.ThrowsExactly<KerasArgumentException>(() => Utils.GetFile(fname, "http://127.0.0.1/x")).Message, $"Received: '{fname}'");

    [TestMethod]
    [DataRow("abc", "auto")]
    [DataRow("zz", "sha256")]
    [DataRow("00000000000000000000000000000000", "sha1")]
    public void A_hash_that_is_none_is_refused(string hash, string algorithm) =>
        Assert.ThrowsExactly<KerasArgumentException>(() => Utils.GetFile("x", "http://127.0.0.1/x", fileHash: hash, hashAlgorithm: algorithm));

    [TestMethod]
    [DataRow("photos.zip", null, "photos.zip")]
    [DataRow("photos.tgz", "flowers", "flowers")]
    [DataRow("photos.tar", "flowers.tar", "flowers_extracted")]
    public void An_archive_is_unpacked_where_Keras_unpacks_it(string file, string? fname, string expected)
    {
        using TemporaryFolder folder = new();
        using FileServer server = new(file.EndsWith("zip", StringComparison.Ordinal) ? Zip("a/b.txt") : Tar(file.EndsWith("tgz", StringComparison.Ordinal), "a/b.txt"));

        string path = Utils.GetFile(fname, server.Url(file), extract: true, cacheDir: folder.FullName);
        Utils.GetFile(fname, server.Url(file), extract: true, cacheDir: folder.FullName);

        Assert.AreEqual(Path.Combine(folder.FullName, "datasets", expected), path);
        Assert.AreEqual("text", File.ReadAllText(Path.Combine(path, "a", "b.txt")));
        Assert.AreEqual(1, server.Requests);
    }

    [TestMethod]
    [DataRow("../evil.txt")]
    [DataRow("/tmp/evil.txt")]
    [DataRow("a/../../evil.txt")]
    [DataRow("..\\evil.txt")]
    [DataRow("C:\\evil.txt")]
    public void An_entry_outside_the_folder_is_refused(string name)
    {
        foreach (byte[] archive in (byte[][])[Zip("good.txt", name), Tar(true, "good.txt", name)])
        {
            RefuseArchive(archive, "an entry must be a plain file or folder below");
        }
    }

    [TestMethod]
    [DataRow(TarEntryFormat.V7)]
    [DataRow(TarEntryFormat.Ustar)]
    [DataRow(TarEntryFormat.Pax)]
    [DataRow(TarEntryFormat.Gnu)]
    public void Every_format_of_tar_is_unpacked(TarEntryFormat format)
    {
        using TemporaryFolder folder = new();
        string name = format == TarEntryFormat.V7 ? "a/short.txt"
            : format == TarEntryFormat.Ustar ? $"{new string('d', 90)}/{new string('f', 90)}.txt"
            : $"a/{new string('n', 120)}/{new string('e', 120)}\u00e9.txt";
        byte[] content = new byte[1000];
        Random.Shared.NextBytes(content);
        using (TarWriter writer = new(File.Create(folder.PathOf("x")), format))
        {
            System.Formats.Tar.TarEntry entry = format switch
            {
                TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
                TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
                TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
                _ => new GnuTarEntry(TarEntryType.RegularFile, name),
            };
            entry.DataStream = new MemoryStream(content);
            writer.WriteEntry(entry);
        }

        // A v7 archive has no signature, so that it is found by its compression alone.
        if (format == TarEntryFormat.V7)
        {
            using GZipStream gzip = new(File.Create(folder.PathOf("y")), CompressionLevel.Fastest);
            gzip.Write(File.ReadAllBytes(folder.PathOf("x")));
            gzip.Dispose();
            File.Move(folder.PathOf("y"), folder.PathOf("x"), overwrite: true);
        }

        ArchiveExtractor.Extract(folder.PathOf("x"), folder.PathOf("out"), "tar");

        CollectionAssert.AreEqual(content, File.ReadAllBytes(Path.Combine(folder.PathOf("out"), name)));
    }

    [TestMethod]
    public void Links_are_refused()
    {
        MemoryStream tar = new();
        using (TarWriter writer = new(tar, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "/etc/passwd" });
        }

        MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("link").ExternalAttributes = unchecked((int)0xA1FF0000);
        }

        RefuseArchive(tar.ToArray(), "Received: 'link'.");
        RefuseArchive(zip.ToArray(), "Received: 'link'.");
    }

    [TestMethod]
    public void A_bomb_a_repeated_name_and_garbage_are_refused()
    {
        MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream entry = archive.CreateEntry("zeros", CompressionLevel.SmallestSize).Open())
        {
            entry.Write(new byte[20 << 20]);
        }

        RefuseArchive(zip.ToArray(), "the declared size must be at most 100 times");
        RefuseArchive(Zip("a", "a"), "Received: 'a' twice.");
        RefuseArchive("<html>Sign in</html>"u8.ToArray(), "an archive must be a zip file, or a tar file");
        RefuseArchive(Zip("a")[..30], "the archive must be whole");
    }

    [TestMethod]
    public void A_changed_byte_in_an_archive_is_found_by_its_checksum()
    {
        byte[] zip = Stored("a/b.txt", "some text that is stored as it is"u8);
        zip[zip.AsSpan().IndexOf("stored"u8)] ^= 1;
        RefuseArchive(zip, "x, entry 'a/b.txt': the entry must have 33 bytes with the checksum");

        byte[] tar = Tar(gzip: false, "good.txt", "evil.txt");
        tar[tar.AsSpan().LastIndexOf("evil.txt"u8)] ^= 1;
        RefuseArchive(tar, "Received: a header with a wrong checksum.");
    }

    [TestMethod]
    public void A_name_that_is_a_file_and_a_folder_is_refused()
    {
        foreach (string[] names in (string[][])[["a", "a/b"], ["a/b", "a"], ["a", "a/"], ["a/", "a"], ["x/a/b/c", "x/a"], ["x/a", "x/a/b/c"]])
        {
            string name = names.MinBy(static n => n.TrimEnd('/').Length)!.TrimEnd('/');
            RefuseArchive(Zip(names), $"a name must be that of a file or of a folder. Received: '{name}' as both.");
            if (!names.Any(static n => n.EndsWith('/')))
            {
                RefuseArchive(Tar(gzip: true, names), $"a name must be that of a file or of a folder. Received: '{name}' as both.");
            }
        }

        RefuseArchive(Zip("."), "Received: '.' as both.");
    }

    [TestMethod]
    public void A_name_that_no_file_system_takes_is_refused()
    {
        string longName = new('n', 300);
        string deep = string.Join('/', Enumerable.Repeat(new string('d', 100), 20));
        foreach (string name in (string[])[longName, $"a/{longName}/b", $"a/{new string('\u00e9', 150)}", deep])
        {
            RefuseArchive(Zip(name), "the name of an entry must have at most 255 bytes, 1024 with its folders. Received: '");
            RefuseArchive(Tar(gzip: true, name), "the name of an entry must have at most 255 bytes, 1024 with its folders. Received: '");
        }
    }

    [TestMethod]
    public void A_flood_of_entries_is_refused()
    {
        string[] folders = [.. Enumerable.Range(0, 12_000).Select(static i => $"{i}/")];
        RefuseArchive(Zip(folders), "must have at most 10000 entries");
        MemoryStream tar = new();
        using (GZipStream packed = new(tar, CompressionLevel.Fastest, leaveOpen: true))
        using (TarWriter writer = new(packed))
        {
            foreach (string name in folders)
            {
                writer.WriteEntry(new UstarTarEntry(TarEntryType.Directory, name));
            }
        }

        RefuseArchive(tar.ToArray(), "must have at most 10000 entries");
    }

    [TestMethod]
    public void A_folder_that_cannot_be_written_is_a_sentence_without_the_folder_in_the_making()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathOf("x.zip"), Zip("a/b.txt"));
        File.WriteAllText(folder.PathOf("out"), "a file where a folder is wanted");

        KerasIOException e = Assert.ThrowsExactly<KerasIOException>(() => ArchiveExtractor.Extract(folder.PathOf("x.zip"), folder.PathOf("out"), "auto"));

        StringAssert.StartsWith(e.Message, $"x.zip: it must be possible to write what the archive holds to {folder.PathOf("out")}. Received: ");
        Assert.DoesNotContain(".tmp", e.Message);
        Assert.HasCount(2, Directory.GetFileSystemEntries(folder.FullName));
    }

    [TestMethod]
    [DataRow(null, "/home/u/.keras")]
    [DataRow("", "/home/u/.keras")]
    [DataRow("/data/keras", "/data/keras")]
    [DataRow("~/k", "/home/u/k")]
    public void The_cache_is_KERAS_HOME_or_in_the_home_folder(string? variable, string expected) =>
        Assert.AreEqual(expected, KerasHome.Find(variable, "/home/u").Replace('\\', '/'));

    private static void RefuseArchive(byte[] archive, string reason)
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathOf("x"), archive);

        InvalidFileException e = Assert.ThrowsExactly<InvalidFileException>(() => ArchiveExtractor.Extract(folder.PathOf("x"), folder.PathOf("out"), "auto"));

        StringAssert.Contains(e.Message, reason);
        Assert.HasCount(1, Directory.GetFileSystemEntries(folder.FullName));
    }

    private static byte[] Stored(string name, ReadOnlySpan<byte> content)
    {
        MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open())
        {
            entry.Write(content);
        }

        return stream.ToArray();
    }

    internal static byte[] Zip(params string[] names)
    {
        MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in names)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(name.EndsWith('/') ? default : "text"u8);
            }
        }

        return stream.ToArray();
    }

    internal static byte[] Tar(bool gzip, params string[] names)
    {
        MemoryStream stream = new();
        using (Stream packed = gzip ? new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true) : new BufferedStream(stream))
        using (TarWriter writer = new(packed))
        {
            foreach (string name in names)
            {
                writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("text"u8.ToArray()) });
            }
        }

        return stream.ToArray();
    }
}
