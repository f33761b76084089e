using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralOpt.Keras.Tests;

/// <summary>Compiles pieces of C# as a reader would, against the library as it was built.</summary>
/// <remarks>
/// A piece may be a program, statements, or types. It is given .NET's implicit usings, all public namespaces of the library
/// (that which it is written about comes first where two have one name), the aliases <c>layers</c>, <c>losses</c>, ...,
/// and the names of <see cref="Given"/> unless it declares them itself.
/// </remarks>
internal static class SnippetCompiler
{
    /// <summary>What a piece may use without saying where it comes from.</summary>
    private const string Given = """
        static Tensor x = null!, y = null!, yTrue = null!, yPred = null!, inputs = null!, outputs = null!;
        static Tensor xTrain = null!, yTrain = null!, xVal = null!, yVal = null!, xTest = null!, yTest = null!;
        static Model model = null!;
        static Layer layer = null!;
        static Optimizer optimizer = null!;
        static History history = null!;
        static string[] args = [];
        """;

    private static readonly string[] s_implicit =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] s_namespaces =
        [.. typeof(Tensor).Assembly.GetExportedTypes().Select(t => t.Namespace!).Distinct().Order(StringComparer.Ordinal)];

    private static readonly CSharpParseOptions s_parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var n && (n.StartsWith("System.", StringComparison.Ordinal) || n is "mscorlib.dll" or "netstandard.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(Tensor).Assembly.Location),
    ];

    /// <summary>What the compiler has against them, each with its place.</summary>
    internal static IReadOnlyList<string> ErrorsOf(IEnumerable<Snippet> snippets)
    {
        SyntaxTree[] trees = [.. snippets.Select((s, i) => CSharpSyntaxTree.ParseText(Whole(s, i), s_parse))];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Snippets", trees, s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        return
        [
            .. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d =>
            {
                FileLinePositionSpan at = d.Location.GetMappedLineSpan();
                return $"{at.Path}, line {at.StartLinePosition.Line + 1}: {d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
            }).Distinct(),
        ];
    }

    // Its usings stay at the top, its statements become a method, its types stand beside that.
    private static string Whole(Snippet snippet, int number)
    {
        string code = string.Join('\n', snippet.Code.Split('\n').Select(l => l.StartsWith("#:", StringComparison.Ordinal) ? "" : l));
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(code, s_parse).GetCompilationUnitRoot();
        string own = snippet.Namespace is { } n && n != "NeuralOpt.Keras" ? $"using {n};" : "";
        bool waits = unit.DescendantNodes().OfType<AwaitExpressionSyntax>().Any();
        return $$"""
            {{Lines(unit.Usings)}}
            {{string.Concat(s_implicit.Concat(s_namespaces).Where(u => !unit.Usings.Any(w => w.Alias is null && w.Name?.ToString() == u)).Select(u => $"using {u};"))}}
            {{string.Concat(s_namespaces.Where(u => u.Count('.') == 2).Select(u => (Alias: u.Split('.')[2].ToLowerInvariant(), Name: u))
                .Where(u => !unit.Usings.Any(w => w.Alias?.Name.ToString() == u.Alias)).Select(u => $"using {u.Alias} = {u.Name};"))}}
            namespace Snippet{{number}}
            {
            {{own}}
            static class Program
            {
            {{Given}}
            {{(waits ? "static async System.Threading.Tasks.Task Main()" : "static void Main()")}}
            {
            {{Lines(unit.Members.OfType<GlobalStatementSyntax>())}}
            }
            {{Lines(unit.Members.Where(m => m is not GlobalStatementSyntax))}}
            }
            }
            """;

        string Lines(IEnumerable<SyntaxNode> nodes) => string.Concat(nodes.Select(node =>
        {
            int line = node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
            return $"\n#line {snippet.Line + line} \"{snippet.File.Replace('"', '\'')}\"\n{node.ToFullString()}\n#line default\n";
        }));
    }
}
