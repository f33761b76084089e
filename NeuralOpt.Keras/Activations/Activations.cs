using System.Reflection;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>Activation functions: <c>keras.activations</c>.</summary>
/// <seealso href="https://keras.io/api/layers/activations/"/>
public static partial class Activations
{
    // Keras's name of a function is that of the method, in snake case; every activation has a form of one argument.
    private static readonly Lazy<SortedDictionary<string, Func<Tensor, Tensor>>> s_known = new(Find);

    /// <summary>The function behind a name or another identifier: Keras's <c>activations.get</c>.</summary>
    /// <param name="identifier">A name such as <c>"relu"</c> or <c>"hard_sigmoid"</c>, or a layer; null for <see cref="Linear"/>.</param>
    /// <exception cref="ArgumentException">There is none of that name; the message lists those that exist.</exception>
    /// <seealso href="https://keras.io/api/layers/activations/"/>
    [OverloadResolutionPriority(1)]
    public static Func<Tensor, Tensor> Get(ActivationSpec? identifier) => identifier?.Function ?? Linear;

    /// <summary>A function is its own activation.</summary>
    /// <param name="identifier">From the pre-activation to the activation.</param>
    public static Func<Tensor, Tensor> Get(Func<Tensor, Tensor> identifier) => identifier;

    /// <summary>The function of a name.</summary>
    internal static Func<Tensor, Tensor> Named(string name)
        => s_known.Value.TryGetValue(name, out Func<Tensor, Tensor>? function)
            ? function
            : throw new KerasArgumentException(Spelling.Unknown("Activation", "the name", name, s_known.Value.Keys, quote: ""));

    /// <summary>Keras's name of a method that is an activation, of ours or the op that it is; null for any other.</summary>
    internal static string? NameOf(MethodInfo method)
        => method.DeclaringType == typeof(Activations) || (method.DeclaringType == typeof(Ops) && method.GetParameters() is [_])
            ? s_known.Value.Keys.FirstOrDefault(k => k == NamingRule.SnakeCase(method.Name))
            : null;

    /// <summary>No activation: <c>a(x) = x</c>.</summary>
    /// <param name="x">Any tensor.</param>
    /// <returns>The same tensor.</returns>
    public static Tensor Linear(Tensor x) => Guard.NotNull(x);

    private static SortedDictionary<string, Func<Tensor, Tensor>> Find()
    {
        SortedDictionary<string, Func<Tensor, Tensor>> known = new(StringComparer.Ordinal);
        foreach (MethodInfo method in typeof(Activations).GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.ReturnType == typeof(Tensor) && method.GetParameters() is [_])
            {
                known[NamingRule.SnakeCase(method.Name)] = method.CreateDelegate<Func<Tensor, Tensor>>();
            }
        }

        return known;
    }
}
