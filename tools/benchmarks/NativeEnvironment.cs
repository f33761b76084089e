using System.Runtime.InteropServices;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Environment variables as native libraries of this process see them: .NET keeps its own copy on Unix.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>To be called before the library is loaded.</summary>
    internal static void Set(IReadOnlyDictionary<string, string> variables)
    {
        foreach ((string name, string value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
            if (!OperatingSystem.IsWindows())
            {
                Set(name, value, 1);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Set(string name, string value, int overwrite);
}
