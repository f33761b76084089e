using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;

namespace NeuralOpt.Keras.Tests.Conventions;

[TestClass]
public class SourceTests
{
    private const int MaxLines = 400;

    [TestMethod]
    public void A_file_past_400_lines_has_two_ideas_in_it_unless_it_is_a_kernel()
    {
        string[] large =
        [
            .. SourceTree.Files
                .Where(f => !f.StartsWith("Engines/Cpu/", StringComparison.Ordinal))
                .Select(f => (File: f, Lines: File.ReadLines(Path.Combine(SourceTree.Library, f)).Count()))
                .Where(f => f.Lines > MaxLines)
                .Select(f => $"{f.File}: {f.Lines}"),
        ];
        Assert.IsEmpty(large, string.Join('\n', large));
    }

    [TestMethod]
    public void The_library_is_optimised_in_every_configuration()
        => Assert.IsFalse(typeof(Tensor).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled ?? false);

    [TestMethod]
    public void The_library_needs_nothing_but_the_base_library()
    {
        string[] foreign =
        [
            .. typeof(Tensor).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
                .Where(n => !n.StartsWith("System.", StringComparison.Ordinal) && n is not ("mscorlib" or "netstandard" or "Microsoft.Win32.Primitives")),
        ];
        Assert.IsEmpty(foreign, string.Join(", ", foreign));
    }

    [TestMethod]
    public void No_documentation_is_empty()
    {
        XDocument docs = XDocument.Load(Path.ChangeExtension(typeof(Tensor).Assembly.Location, ".xml"));
        string[] empty =
        [
            .. docs.Descendants("member")
                .Where(m => m.Element("inheritdoc") is null)
                .SelectMany(m => m.Elements().Where(e => e.Name.LocalName is "summary" or "param" or "returns" or "exception" && string.IsNullOrWhiteSpace(e.Value) && !e.HasElements)
                    .Select(e => $"{m.Attribute("name")!.Value}: {e.Name} {e.Attribute("name")?.Value}")),
        ];
        Assert.IsEmpty(empty, string.Join('\n', empty));
    }

    [TestMethod]
    public void Every_public_type_documents_itself()
    {
        XDocument docs = XDocument.Load(Path.ChangeExtension(typeof(Tensor).Assembly.Location, ".xml"));
        HashSet<string> documented = [.. docs.Descendants("member").Select(m => m.Attribute("name")!.Value)];
        string[] missing = [.. typeof(Tensor).Assembly.GetExportedTypes().Where(t => !t.FullName!.Contains('<')).Select(t => "T:" + t.FullName!.Replace('+', '.')).Where(n => !documented.Contains(n))];
        Assert.IsEmpty(missing, string.Join('\n', missing));
    }
}
