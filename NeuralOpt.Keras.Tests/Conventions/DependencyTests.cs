using Mono.Cecil;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>Who may know whom: engines know no op, ops know no layer, layers know no trainer.</summary>
[TestClass]
public class DependencyTests
{
    private static readonly string[] s_seam = ["Tensors", "Graph", "Engines", "Config", "Random", "Errors"];
    private static readonly string[] s_ops = [.. s_seam, "Autodiff", "Ops"];
    private static readonly string[] s_parts = [.. s_ops, "Activations", "Initializers", "Regularizers", "Constraints"];
    private static readonly string[] s_blocks = [.. s_parts, "Layers", "Losses", "Metrics", "Optimizers"];
    private static readonly string[] s_training = [.. s_blocks, "Callbacks", "Training", "Models", "Files", "Saving"];

    private static readonly Dictionary<string, string[]> s_mayUse = new()
    {
        ["Tensors"] = s_seam,
        ["Graph"] = s_seam,
        ["Engines"] = [.. s_seam, "Engines/Cpu"],
        ["Config"] = s_seam,
        ["Random"] = s_seam,
        ["Errors"] = s_seam,
        ["Engines/Cpu"] = s_seam,
        ["Autodiff"] = s_ops,
        ["Ops"] = s_ops,
        ["Activations"] = s_parts,
        ["Initializers"] = s_parts,
        ["Regularizers"] = s_parts,
        ["Constraints"] = s_parts,
        ["Layers"] = s_blocks,
        ["Losses"] = s_blocks,
        ["Metrics"] = s_blocks,
        ["Optimizers"] = s_blocks,
        ["Callbacks"] = s_training,
        ["Training"] = s_training,
        ["Models"] = s_training,
        ["Files"] = s_training,
        ["Saving"] = s_training,
        ["Datasets"] = [.. s_training, "Utils"],
        ["Utils"] = s_training,
        ["Plotting"] = s_training,
    };

    [TestMethod]
    public void Code_uses_only_the_folders_that_its_folder_may_know()
    {
        SortedSet<string> violations = new(StringComparer.Ordinal);
        foreach (MethodDefinition method in SourceTree.Module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody))
        {
            if (SourceTree.FolderOf(method) is not { Length: > 0 } from)
            {
                continue;
            }

            string place = $"{method.DeclaringType.Name}.{method.Name}";
            Check(violations, [from], Uses.Types(method), place);
            foreach (MethodReference called in Uses.Calls(method))
            {
                // A partial class is written in several folders: where the called member stands is what counts.
                if (called.DeclaringType.Scope == SourceTree.Module && called.Resolve() is { } member && SourceTree.FolderOf(member) is { Length: > 0 } to && !May(from, to))
                {
                    violations.Add($"{from} calls {member.DeclaringType.Name}.{member.Name} of {to} in {place}");
                }
            }
        }

        Assert.IsEmpty(violations, string.Join('\n', violations));
    }

    [TestMethod]
    public void Declarations_use_only_the_folders_that_their_folder_may_know()
    {
        SortedSet<string> violations = new(StringComparer.Ordinal);
        foreach (TypeDefinition type in SourceTree.Module.GetTypes())
        {
            IReadOnlyCollection<string> from = [.. SourceTree.FoldersOf(type).Where(f => f.Length > 0)];
            if (from.Count > 0)
            {
                Check(violations, from, Uses.Types(type), type.Name);
            }
        }

        Assert.IsEmpty(violations, string.Join('\n', violations));
    }

    [TestMethod]
    public void Every_folder_has_a_rule()
    {
        string[] unknown = [.. SourceTree.Files.Select(SourceTree.FolderOf).Distinct().Where(f => !s_mayUse.ContainsKey(f))];
        Assert.IsEmpty(unknown, string.Join(", ", unknown));
    }

    private static bool May(string from, string to) => from == to || s_mayUse[from].Contains(to);

    private static void Check(SortedSet<string> violations, IReadOnlyCollection<string> from, IEnumerable<TypeReference> used, string place)
    {
        foreach (TypeReference type in used.Where(t => t.Scope == SourceTree.Module))
        {
            IReadOnlyCollection<string> to = SourceTree.FoldersOf(type);
            if (to.Count > 0 && !from.Any(f => to.Any(t => May(f, t))))
            {
                violations.Add($"{string.Join(" or ", from)} uses {type.Name} of {string.Join(" or ", to)} in {place}");
            }
        }
    }
}
