using System.Reflection;

namespace NeuralOpt.Keras.Tests;

/// <summary>Every public constructor, method, indexer and operator, each parameter in turn with each odd value, the others good.</summary>
internal static class OddCalls
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What goes on for ever if it is asked to, what downloads, and what changes the process for other tests.
    private static readonly HashSet<string> s_leftOut = ["WhileLoop", "ForiLoop", "LoadData", "GetFile", "RegisterKerasSerializable", "set_Handler"];

    /// <summary>One call: what it is called in a message, and the call.</summary>
    internal sealed record Call(string Name, Func<object?> Invoke);

    internal static IEnumerable<Call> Of(Type type)
    {
        foreach (ConstructorInfo constructor in type.IsAbstract ? [] : type.GetConstructors().Where(CanBeInvoked))
        {
            foreach (Call call in Vary($"new {type.Name}", constructor.GetParameters(), constructor.Invoke))
            {
                yield return call;
            }
        }

        foreach (MethodInfo declared in type.GetMethods(Declared).Where(IsOurs))
        {
            MethodInfo method = declared.IsGenericMethodDefinition ? Close(declared) : declared;
            if (!CanBeInvoked(method) || method.ContainsGenericParameters)
            {
                continue;
            }

            foreach (Call call in Vary($"{type.Name}.{method.Name}", method.GetParameters(), a => method.Invoke(method.IsStatic ? null : Receiver(type), a)))
            {
                yield return call;
            }
        }
    }

    /// <summary>Spans can neither be passed nor returned by reflection; there are overloads for arrays.</summary>
    internal static bool CanBeInvoked(MethodBase method)
        => method is not MethodInfo { ReturnType.IsByRefLike: true } && Array.TrueForAll(method.GetParameters(), static p => !p.ParameterType.IsByRefLike && !p.ParameterType.IsByRef && !p.ParameterType.IsPointer);

    private static object? Receiver(Type type) => GoodValues.Of(type, "")
        ?? throw new InvalidOperationException($"GoodValues must have an instance of {type.Name}.");

    private static MethodInfo Close(MethodInfo method)
    {
        try
        {
            return method.MakeGenericMethod([.. method.GetGenericArguments().Select(static a => a.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(float) : typeof(Keras.Layers.Dense))]);
        }
        catch (ArgumentException)
        {
            return method; // Its constraints want something else; it stays open and is left out.
        }
    }

    // What every object has, what records generate, and accessors without arguments are not asked.
    private static bool IsOurs(MethodInfo m)
        => !s_leftOut.Contains(m.Name) && m.GetBaseDefinition().DeclaringType != typeof(object) && m.Name is not ("PrintMembers" or "<Clone>$" or "Deconstruct" or "GetEnumerator")
            && (m.GetParameters().Length > 0 || !m.IsSpecialName);

    private static IEnumerable<Call> Vary(string name, ParameterInfo[] parameters, Func<object?[], object?> invoke)
    {
        yield return new($"{name}({string.Join(", ", parameters.Select(static p => p.Name))})", () => invoke([.. parameters.Select(GoodValues.Of)]));
        for (int i = 0; i < parameters.Length; i++)
        {
            int at = i;
            foreach ((string text, object? value) in OddValues.Of(parameters[i].ParameterType, parameters[i].Name ?? ""))
            {
                yield return new($"{name}({parameters[i].Name}: {text})", () =>
                {
                    object?[] arguments = [.. parameters.Select(GoodValues.Of)];
                    arguments[at] = value;
                    return invoke(arguments);
                });
            }
        }
    }
}
