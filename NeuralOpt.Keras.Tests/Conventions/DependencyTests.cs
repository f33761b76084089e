using Mono.Cecil;
using Mono.Cecil.Cil;

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
        foreach (TypeDefinition type in SourceTree.Module.GetTypes())
        {
            foreach (MethodDefinition method in type.Methods.Where(m => m.HasBody))
            {
                if (SourceTree.FolderOf(method) is not { Length: > 0 } from)
                {
                    continue;
                }

                foreach (TypeReference used in Used(method))
                {
                    IReadOnlyCollection<string> to = SourceTree.FoldersOf(used);
                    if (used.Scope == SourceTree.Module && to.Count > 0 && !to.Any(f => f == from || s_mayUse[from].Contains(f)))
                    {
                        violations.Add($"{from} uses {used.Name} of {string.Join(" or ", to)} in {type.Name}");
                    }
                }
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

    private static IEnumerable<TypeReference> Used(MethodDefinition method)
    {
        IEnumerable<TypeReference> types = method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType);
        foreach (Instruction instruction in method.Body.Instructions)
        {
            types = types.Concat(instruction.Operand switch
            {
                TypeReference type => [type],
                MethodReference called => [called.DeclaringType, called.ReturnType, .. called.Parameters.Select(p => p.ParameterType)],
                FieldReference field => [field.DeclaringType, field.FieldType],
                _ => [],
            });
        }

        return types.SelectMany(Parts).Distinct();
    }

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        GenericParameter => [],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
