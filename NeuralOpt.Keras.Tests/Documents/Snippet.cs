using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralOpt.Keras.Tests;

/// <summary>A piece of C# that a reader may copy.</summary>
/// <param name="File">Where it stands, for messages.</param>
/// <param name="Line">Number of its first line there.</param>
/// <param name="Code">The text.</param>
/// <param name="Namespace">The namespace that it is written about; null for that of models and tensors.</param>
internal sealed partial record Snippet(string File, int Line, string Code, string? Namespace = null)
{
    /// <summary>The fenced blocks of a page that are C#.</summary>
    internal static IEnumerable<Snippet> OfPage(string name, string page)
        => Fence().Matches(page).Select(m => new Snippet(name, page.AsSpan(0, m.Groups[1].Index).Count('\n') + 1, m.Groups[1].Value));

    /// <summary>The examples in the documentation of an assembly; the line is counted in the example.</summary>
    internal static IEnumerable<Snippet> OfDocumentation(XDocument documentation)
        => (from member in documentation.Descendants("member")
            from code in member.Elements("example").SelectMany(e => e.DescendantsAndSelf("code"))
            let name = member.Attribute("name")!.Value
            select new Snippet(name, 1, code.Value, NamespaceOf(name)))
        .DistinctBy(static s => (s.Namespace, s.Code)); // The compiler gives a constructor the documentation of its class.

    // "T:NeuralOpt.Keras.Layers.Dense", "M:NeuralOpt.Keras.Ops.Add(NeuralOpt.Keras.Tensor)": the longest namespace that there is.
    private static string? NamespaceOf(string member)
    {
        string name = member[2..].Split('(')[0];
        return typeof(Tensor).Assembly.GetExportedTypes().Select(t => t.Namespace!).Distinct()
            .Where(n => name.StartsWith(n + ".", StringComparison.Ordinal)).MaxBy(n => n.Length);
    }

    [GeneratedRegex(@"^[ ]*```(?:csharp|cs|c#)\s*\n(.*?)^[ ]*```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
