using System.Xml.Linq;

namespace NeuralOpt.Keras.Tests;

/// <summary>What a page or a documentation shows compiles.</summary>
[TestClass]
public class DocumentTests
{
    private static IEnumerable<string> Pages =>
        ["README.md", .. Directory.EnumerateFiles(Path.Combine(Fixture.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Fixture.Root, f)).Order(StringComparer.Ordinal)];

    [TestMethod]
    public void Every_block_of_CSharp_in_the_pages_compiles()
    {
        Snippet[] blocks = [.. Pages.SelectMany(p => Snippet.OfPage(p, Read(p)))];
        Assert.Contains("README.md", blocks.Select(b => b.File));
        Compiles(blocks);
    }

    [TestMethod]
    public void Every_example_in_the_documentation_compiles()
    {
        Snippet[] examples = [.. Snippet.OfDocumentation(XDocument.Load(Path.ChangeExtension(typeof(Tensor).Assembly.Location, ".xml")))];
        Assert.IsNotEmpty(examples);
        Compiles(examples);
    }

    [TestMethod]
    public void An_error_in_a_page_is_named_with_its_place()
    {
        Snippet[] page = [.. Snippet.OfPage("page.md", "# Text\n\n```csharp\nvar model = new Sequential([new Dense(3)]);\nmodel.Fitt(x, y);\n```\n")];
        string error = Assert.ContainsSingle(SnippetCompiler.ErrorsOf(page));
        StringAssert.StartsWith(error, "page.md, line 5: CS1061");
        StringAssert.Contains(error, "Fitt");
    }

    [TestMethod]
    public void A_piece_may_be_statements_a_type_or_a_program()
        => Compiles(
        [
            new("statements", 1, "model.Compile(loss: \"mse\");\nmodel.Fit(x, y);"),
            new("type", 1, "public sealed class Twice(string? name = null) : Layer(name)\n{\n    protected override Tensor Call(Tensor inputs, CallContext context) => inputs * 2;\n}"),
            new("program", 1, "#:project a.csproj\nusing NeuralOpt.Keras;\nusing layers = NeuralOpt.Keras.Layers;\nvar x = Ops.Ones(3);\nConsole.WriteLine(new layers.Dense(2).Apply(x));"),
            new("own names first", 1, "Loss loss = new MeanSquaredError();", "NeuralOpt.Keras.Losses"),
        ]);

    private static string Read(string page) => File.ReadAllText(Path.Combine(Fixture.Root, page));

    private static void Compiles(IEnumerable<Snippet> snippets)
    {
        IReadOnlyList<string> errors = SnippetCompiler.ErrorsOf(snippets);
        Assert.IsEmpty(errors, string.Join('\n', errors));
    }
}
