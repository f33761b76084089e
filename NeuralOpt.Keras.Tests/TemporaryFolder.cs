namespace NeuralOpt.Keras.Tests;

/// <summary>A folder of a test's own, deleted with what is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("neuralopt-");

    internal string FullName => _folder.FullName;

    internal string[] FileNames => [.. _folder.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];

    internal string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
