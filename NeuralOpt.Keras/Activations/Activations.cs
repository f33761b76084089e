using System.Reflection;

namespace NeuralOpt.Keras;

/// <summary>Activation functions: <c>keras.activations</c>.</summary>
/// <seealso href="https://keras.io/api/layers/activations/"/>
public static partial class Activations
{
    // Keras's name of a function is that of the method, in snake case; each function's extra arguments take their defaults.
    private static readonly Lazy<SortedDictionary<string, Func<Tensor, Tensor>>> s_known = new(Find);

    /// <summary>The activation of a name.</summary>
    /// <param name="name">A name such as <c>"relu"</c> or <c>"hard_sigmoid"</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    /// <seealso href="https://keras.io/api/layers/activations/"/>
    public static Func<Tensor, Tensor> Get(string name)
        => s_known.Value.TryGetValue(name, out Func<Tensor, Tensor>? function)
            ? function
            : throw new KerasArgumentException($"Activation: the name must be one of {string.Join(", ", s_known.Value.Keys)}. Received: '{name}'.");

    /// <summary>No activation: <c>a(x) = x</c>.</summary>
    /// <param name="x">Any tensor.</param>
    /// <returns>The same tensor.</returns>
    public static Tensor Linear(Tensor x) => Guard.NotNull(x);

    private static SortedDictionary<string, Func<Tensor, Tensor>> Find()
    {
        SortedDictionary<string, Func<Tensor, Tensor>> known = new(StringComparer.Ordinal);
        foreach (MethodInfo method in typeof(Activations).GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            ParameterInfo[] parameters = method.GetParameters();
            if (method.ReturnType == typeof(Tensor) && parameters[0].ParameterType == typeof(Tensor) && parameters.Skip(1).All(p => p.HasDefaultValue))
            {
                object?[] defaults = [.. parameters.Skip(1).Select(p => p.DefaultValue)];
                known[NamingRule.SnakeCase(method.Name)] = defaults.Length == 0
                    ? method.CreateDelegate<Func<Tensor, Tensor>>()
                    : x => (Tensor)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [x, .. defaults], null)!;
            }
        }

        return known;
    }
}
