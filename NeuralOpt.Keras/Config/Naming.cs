using System.Text.RegularExpressions;

namespace NeuralOpt.Keras;

/// <summary>From C# names to Keras's.</summary>
internal static partial class Naming
{
    /// <summary>Keras's snake case of a class or method: <c>Conv2D</c> is <c>conv2d</c>, <c>PReLU</c> is <c>p_re_lu</c>.</summary>
    internal static string SnakeCase(string name)
        => LowerUpper().Replace(Word().Replace(name, "$1_$2"), "$1_$2").ToLowerInvariant();

    /// <summary>The C# name of a Keras function: <c>top_k</c> is <c>TopK</c>.</summary>
    internal static string PascalCase(string name)
        => string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(static p => char.ToUpperInvariant(p[0]) + p[1..]));

    [GeneratedRegex("(.)([A-Z][a-z]+)")]
    private static partial Regex Word();

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex LowerUpper();
}
