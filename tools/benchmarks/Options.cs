using System.Globalization;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    private readonly List<string> _args;

    internal Options(string[] args) => _args = [.. args];

    /// <summary>Pairs of ours and the peer's.</summary>
    internal int Pairs => Number("--pairs", 7);

    /// <summary>Steps of each turn; 0 leaves it to the benchmark.</summary>
    internal int Steps => Number("--steps", 0);

    internal bool Markdown => _args.Contains("--markdown");

    /// <summary>Whether to print the plan of the step with the time of each kernel.</summary>
    internal bool Explain => _args.Contains("--explain");

    internal bool NoPeer => _args.Contains("--no-peer");

    /// <summary>A file given by the user; null for none.</summary>
    internal string? Data => After("--data");

    /// <summary>The folder of these programs' sources.</summary>
    internal static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    internal bool Has(string flag) => _args.Contains(flag);

    private int Number(string name, int otherwise)
        => After(name) is not { } text ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0 ? value
            : throw new ArgumentException($"benchmarks: {name} must be followed by a whole number above 0. Received: {text}.");

    private string? After(string name)
    {
        int at = _args.IndexOf(name);
        return at < 0 || at + 1 >= _args.Count ? null : _args[at + 1];
    }
}
