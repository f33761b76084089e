using System.Text.RegularExpressions;
using Mono.Cecil;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>The library's source files, and the folder in which each type and method is written.</summary>
internal static partial class SourceTree
{
    internal static string Library { get; } = Path.Combine(Fixture.Root, "NeuralOpt.Keras");

    /// <summary>All source files, relative to the library's folder, with slashes.</summary>
    internal static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Library, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static readonly ILookup<string, string> s_folders = Files
        .SelectMany(f => Declaration().Matches(File.ReadAllText(Path.Combine(Library, f))).Select(m => (Name: m.Groups[1].Value, Folder: FolderOf(f))))
        .ToLookup(p => p.Name, p => p.Folder);

    /// <summary>The library as compiled, with its debugging symbols.</summary>
    internal static ModuleDefinition Module { get; } = ModuleDefinition.ReadModule(
        typeof(Tensor).Assembly.Location, new ReaderParameters { ReadSymbols = true });

    /// <summary>Top folder of a file; an engine has a folder of its own.</summary>
    internal static string FolderOf(string file)
    {
        string[] parts = file.Split('/');
        return parts is ["Engines", _, _, ..] ? $"Engines/{parts[1]}" : parts.Length > 1 ? parts[0] : "";
    }

    /// <summary>The folders in which a type is declared: several if it is partial.</summary>
    internal static IReadOnlyCollection<string> FoldersOf(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return [.. s_folders[type.Name.Split('`')[0]].Distinct()];
    }

    /// <summary>The folder in which a method is written; null for one without code of its own.</summary>
    internal static string? FolderOf(MethodDefinition method)
        => method.DebugInformation.SequencePoints.FirstOrDefault()?.Document.Url is { } url && url.Replace('\\', '/') is var path
            && path.IndexOf("/NeuralOpt.Keras/", StringComparison.Ordinal) is var at and >= 0 && !path.Contains("/obj/", StringComparison.Ordinal)
            ? FolderOf(path[(at + "/NeuralOpt.Keras/".Length)..])
            : null;

    [GeneratedRegex(@"^\s*(?:\[[^\]]*\]\s*)?(?:(?:public|internal|private|protected|static|sealed|abstract|partial|readonly|unsafe|file|ref)\s+)*(?:class|struct|interface|enum|record struct|record)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
