namespace NeuralOpt.Keras.Files;

/// <summary>Replaces a file as a whole: who reads it sees the old content or the new, never half of it.</summary>
internal static class AtomicFile
{
    /// <summary>Calls <paramref name="write"/> with a temporary file beside <paramref name="path"/>, then renames it.</summary>
    /// <remarks>When <paramref name="write"/> throws, the temporary file is deleted and the old file stays as it was.</remarks>
    internal static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(Guard.NotEmpty(path, "Save", nameof(path)));
        string temporary = TemporaryBeside(target);
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e)
        {
            // Where the folder is missing, nothing was made.
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            if (e is not (IOException or UnauthorizedAccessException) || e is IKerasException)
            {
                throw;
            }

            // The file in the making is nothing that the user knows.
            string reason = e.Message.Replace(temporary, target, StringComparison.Ordinal);
            throw CannotWrite(target, reason, e);
        }
    }

    /// <summary>The sentence for a file that cannot be written, as a whole or in parts.</summary>
    internal static KerasIOException CannotWrite(string path, string reason, Exception cause)
        => new($"{Path.GetFileName(path)}: it must be possible to write the file. Received: {reason}", cause);

    /// <summary>A name in the same folder, because only there a rename is one step.</summary>
    internal static string TemporaryBeside(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
}
