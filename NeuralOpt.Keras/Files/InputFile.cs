namespace NeuralOpt.Keras.Files;

/// <summary>Opens files to read: one that is not there, or may not be read, is a sentence of ours.</summary>
internal static class InputFile
{
    internal static FileStream Open(string? path, string place)
    {
        Guard.NotEmpty(path, place, nameof(path));
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KerasFileNotFoundException($"{place}: the file must be there. Received: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KerasIOException($"{place}: it must be possible to read the file. Received: {e.Message}", e);
        }
    }
}
