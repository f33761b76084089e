namespace NeuralOpt.Keras;

public static partial class Utils
{
    /// <summary>Downloads a file unless it is in the cache already, and returns where it is.</summary>
    /// <param name="fname">Name of the file in the cache, without folders. Default: the last part of <paramref name="origin"/>.</param>
    /// <param name="origin">Its address, http or https.</param>
    /// <param name="untar">The old name of <paramref name="extract"/>, for tar archives.</param>
    /// <param name="md5Hash">The old name of <paramref name="fileHash"/> for MD5.</param>
    /// <param name="fileHash">The expected hash in hexadecimal digits, SHA-256 or MD5; a cached file with another one is fetched again. Default: not checked.</param>
    /// <param name="cacheSubdir">Folder in the cache, or an absolute one. Default: <c>datasets</c>.</param>
    /// <param name="hashAlgorithm"><c>sha256</c>, <c>md5</c>, or <c>auto</c> (default), which goes by the length.</param>
    /// <param name="extract">Unpacks the archive.</param>
    /// <param name="archiveFormat"><c>tar</c> (plain or gzip), <c>zip</c>, or <c>auto</c> (default), which looks at the content.</param>
    /// <param name="cacheDir">The cache. Default: the environment variable <c>KERAS_HOME</c>, else <c>~/.keras</c>.</param>
    /// <param name="forceDownload">Fetches the file even if it is there.</param>
    /// <returns>The path of the file, or of the folder that an archive was unpacked to: <paramref name="fname"/> where it has no
    /// extension, else <c>NAME_extracted</c>.</returns>
    /// <remarks>
    /// <para>The file appears under its name only when it is whole and its hash is right. A hash from another source than the file is the
    /// only guard against a file that was exchanged: give one.</para>
    /// <para>Unlike Keras, an archive entry that is a link or would land outside the folder is refused, not skipped, and where
    /// the cache cannot be written nothing is put into the shared temporary folder instead.</para>
    /// </remarks>
    /// <exception cref="IOException">The address cannot be reached, or the answer is not a file.</exception>
    /// <exception cref="InvalidFileException">The hash differs, or the archive is malformed.</exception>
    /// <seealso href="https://keras.io/api/utils/python_utils/#getfile-function"/>
    public static string GetFile(
        string? fname = null,
        string? origin = null,
        bool untar = false,
        string? md5Hash = null,
        string? fileHash = null,
        string cacheSubdir = "datasets",
        string hashAlgorithm = "auto",
        bool extract = false,
        string archiveFormat = "auto",
        string? cacheDir = null,
        bool forceDownload = false)
    {
        Uri address = Address(origin);
        string name = string.IsNullOrEmpty(fname) ? Path.GetFileName(address.LocalPath) : fname;
        if (name is "" or "." or ".." || name.AsSpan().ContainsAny('/', '\\'))
        {
            throw new KerasArgumentException(
                $"Utils.GetFile: fname must be the name of a file without folders; use cacheDir and cacheSubdir for these. Received: '{name}'.");
        }

        if (archiveFormat is not ("auto" or "tar" or "zip"))
        {
            throw new KerasArgumentException($"Utils.GetFile: archiveFormat must be 'auto', 'tar' or 'zip'. Received: '{archiveFormat}'.");
        }

        bool unpack = extract || untar;
        string folder = Path.Combine(cacheDir ?? KerasHome.Folder, cacheSubdir);
        string stem = name.Split('.')[0];
        string target = Path.Combine(folder, unpack && (fname is null || stem == name) ? name + "_archive" : name);
        FileHash? hash = fileHash is not null ? FileHash.Parse(fileHash, hashAlgorithm)
            : md5Hash is not null ? FileHash.Parse(md5Hash, "md5")
            : null;
        bool downloaded = CachedDownload.Fetch(address, target, hash, forceDownload);
        if (!unpack)
        {
            return target;
        }

        string unpacked = Path.Combine(folder, fname is null || stem == name ? name : stem + "_extracted");
        if (downloaded || !Directory.Exists(unpacked))
        {
            ArchiveExtractor.Extract(target, unpacked, untar ? "tar" : archiveFormat);
        }

        return unpacked;
    }

    private static Uri Address(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw new KerasArgumentException($"Utils.GetFile: origin must be an http or https address. Received: '{origin}'.");
}
