using System.Reflection;

namespace NeuralOpt.Keras.Parity;

/// <summary>Our function for a dotted Python name, by the naming rule alone: <c>K.top_k</c> is <c>Ops.TopK</c>.</summary>
internal static class Functions
{
    private const BindingFlags Public = BindingFlags.Static | BindingFlags.Public | BindingFlags.IgnoreCase;

    internal static MethodInfo[] Find(string dotted)
    {
        string[] parts = dotted.Split('.');
        Type? type = Container(parts[..^1]);
        string name = NamingRule.Pascal(parts[^1]);
        MethodInfo[] found = [.. type?.GetMethods(Public).Where(m => m.Name == name) ?? []];
        return found.Length > 0 ? found : throw new MissingException($"the function {dotted}");
    }

    // keras.ops.image is Ops.Image, keras.random is RandomOps, keras.activations is Activations.
    private static Type? Container(string[] path)
    {
        string[] parts = path switch
        {
            ["K", .. var rest] => ["Ops", .. rest],
            ["keras", "ops", .. var rest] => ["Ops", .. rest],
            ["keras", "random"] => ["RandomOps"],
            ["keras", .. var rest] => rest,
            _ => path,
        };
        Type? type = parts.Length == 0 ? null : typeof(Ops).Assembly.GetType($"NeuralOpt.Keras.{NamingRule.Pascal(parts[0])}");
        foreach (string part in parts.Skip(1))
        {
            type = type?.GetNestedType(NamingRule.Pascal(part));
        }

        return type;
    }
}
