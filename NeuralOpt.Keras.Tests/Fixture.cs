namespace NeuralOpt.Keras.Tests;

/// <summary>Recorded files, found in the source tree from wherever the tests run.</summary>
internal static class Fixture
{
    internal static string Root { get; } = FindRoot();

    internal static string PathOf(string name) => Path.Combine(Root, "NeuralOpt.Keras.Tests", "Fixtures", name);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NeuralOpt.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"NeuralOpt.sln must be in a folder above {AppContext.BaseDirectory}.");
    }
}
