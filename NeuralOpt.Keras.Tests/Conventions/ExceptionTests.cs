using Mono.Cecil;
using Mono.Cecil.Cil;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>A program can tell what this library refuses from everything else: by <see cref="IKerasException"/>.</summary>
[TestClass]
public class ExceptionTests
{
    /// <summary>A stream must say in .NET's own words what it cannot do: its callers are .NET's.</summary>
    private static readonly string[] s_streams = ["ZipEntryStream"];

    [TestMethod]
    public void Every_exception_that_the_library_makes_is_one_of_ours()
    {
        SortedSet<string> others = new(StringComparer.Ordinal);
        foreach (MethodDefinition method in SourceTree.Module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody && !IsTheCompilers(m)))
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (instruction.Operand is MethodReference called && called.DeclaringType.Name.EndsWith("Exception", StringComparison.Ordinal)
                    && called.DeclaringType.Scope != SourceTree.Module && (instruction.OpCode == OpCodes.Newobj || called.Name.StartsWith("Throw", StringComparison.Ordinal))
                    && !s_streams.Contains(method.DeclaringType.Name))
                {
                    others.Add($"{method.DeclaringType.Name}.{method.Name}: {called.DeclaringType.Name}");
                }
            }
        }

        Assert.IsEmpty(others, string.Join('\n', others));
    }

    /// <summary>What the compiler writes for collection expressions, extensions, iterators and switches; closures are ours.</summary>
    private static bool IsTheCompilers(MethodDefinition method)
        => method.DeclaringType.Name.StartsWith("<>z__", StringComparison.Ordinal) || method.DeclaringType.Name.StartsWith("<G>", StringComparison.Ordinal) || method.DeclaringType.Name == "<PrivateImplementationDetails>"
            || method.Name == "System.Collections.IEnumerator.Reset";

    [TestMethod]
    public void Every_exception_class_of_the_library_bears_the_mark()
    {
        string[] without = [.. typeof(Tensor).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Exception)) && !t.IsAssignableTo(typeof(IKerasException))).Select(t => t.Name)];
        Assert.IsEmpty(without, string.Join(", ", without));
    }

    [TestMethod]
    public void A_users_mistake_is_caught_by_the_mark_and_by_the_class_of_NET()
    {
        Func<object>[] mistakes = [() => new Dense(0), () => Ops.Zeros(2)[5], () => new Sequential().Apply(Ops.Ones(2)), () => Ops.Reshape(Ops.Ones(3), 2)];
        foreach (Func<object> mistake in mistakes)
        {
            Assert.IsInstanceOfType<IKerasException>(Assert.Throws<Exception>(mistake));
        }

        Assert.Throws<ArgumentException>(() => new Dense(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ops.Zeros(2)[5]);
        Assert.Throws<InvalidOperationException>(() => new Sequential().Apply(Ops.Ones(2)));
        Assert.Throws<ArgumentException>(() => Ops.Reshape(Ops.Ones(3), 2));
    }
}
