using System.Text;
using System.Text.RegularExpressions;

namespace NeuralOpt.Keras;

/// <summary>How Python's names follow from ours.</summary>
internal static partial class NamingRule
{
    /// <summary>Keras's <c>to_snake_case</c> of a class name: <c>MaxPooling2D</c> is <c>max_pooling2d</c>, <c>KLDivergence</c> is <c>kl_divergence</c>.</summary>
    internal static string SnakeCase(string className)
        => LowerUpper().Replace(Word().Replace(NotWord().Replace(className, ""), "$1_$2"), "$1_$2").ToLowerInvariant();

    /// <summary>A parameter's key: <c>kernelSize</c> is <c>kernel_size</c>.</summary>
    internal static string Key(string parameter)
    {
        StringBuilder key = new(parameter.Length + 4);
        foreach (char c in parameter)
        {
            key.Append(char.IsUpper(c) && key.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }

    /// <summary>A function: split at underscores, each part capitalised: <c>top_k</c> is <c>TopK</c>.</summary>
    internal static string Pascal(string python)
        => string.Concat(python.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(static p => char.ToUpperInvariant(p[0]) + p[1..]));

    /// <summary>A name without underscores and case, by which Python's and ours compare equal.</summary>
    internal static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>Keras's module of a namespace: <c>NeuralOpt.Keras.Layers</c> is <c>keras.layers</c>.</summary>
    internal static string Module(Type type)
        => type.Namespace is { } n && n.StartsWith("NeuralOpt.Keras", StringComparison.Ordinal)
            ? "keras" + n["NeuralOpt.Keras".Length..].ToLowerInvariant()
            : type.Namespace ?? "builtins";

    [GeneratedRegex(@"\W+")]
    private static partial Regex NotWord();

    [GeneratedRegex("(.)([A-Z][a-z]+)")]
    private static partial Regex Word();

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex LowerUpper();
}
