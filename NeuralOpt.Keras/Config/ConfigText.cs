using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NeuralOpt.Keras;

/// <summary>An object as the C# code that makes it, with the arguments that differ from their defaults.</summary>
internal static class ConfigText
{
    /// <summary><c>Dense(units: 10, activation: "softmax")</c>.</summary>
    internal static string Of(object o)
    {
        if (o is IFunctionObject f)
        {
            return $"{Base(o.GetType()).Name}.From({FunctionName.Code(f.Function)})";
        }

        ObjectConfig config = ObjectConfig.Of(o.GetType());
        HashSet<ConfigArgument> kept = [.. config.Arguments.Where(static a => a.Property is not null && (a.IsRequired || a.Name == "name"))];
        JsonObject? plain = Defaults(o, config, kept);
        if (plain is null && config.Arguments.FirstOrDefault(a => a is { Key: not null, Property: not null } && !kept.Contains(a)) is { } first)
        {
            // What has no defaults of its own has them, as a rule, beside its first argument: an input beside its shape.
            kept.Add(first);
            plain = Defaults(o, config, kept);
        }

        List<string> arguments = [];
        foreach (ConfigArgument a in config.Arguments)
        {
            object? value = a.Property is null ? null : a.Value(o);
            if (a.Key is not { } key || a.Property is null || (a.Name == "name" && (IsCounted(o, value) || Equals(value, a.Default))))
            {
                continue;
            }

            if (kept.Contains(a) || plain is null || !TryWrite(value, out JsonNode? written) || !ConfigComparer.Same(written, plain[key]))
            {
                arguments.Add($"{a.Name}: {Value(value)}");
            }
        }

        return $"{o.GetType().Name}({string.Join(", ", arguments)})";
    }

    // What the class makes of its own defaults, so that a default written as null is told from a choice.
    private static JsonObject? Defaults(object o, ObjectConfig config, HashSet<ConfigArgument> kept)
    {
        try
        {
            object plain = config.Construct(kept.Contains, o);
            JsonObject values = [];
            foreach (ConfigArgument a in config.Arguments)
            {
                if (a is { Key: { } key, Property: not null } && TryWrite(a.Value(plain), out JsonNode? node))
                {
                    values[key] = node;
                }
            }

            return values;
        }
        catch (InvalidModelException)
        {
            // Some arguments are only valid together.
            return null;
        }
    }

    // A function that is not registered can be shown but not written.
    private static bool TryWrite(object? value, out JsonNode? node)
    {
        try
        {
            node = ConfigWriter.Write(value);
            return true;
        }
        catch (InvalidOperationException)
        {
            node = null;
            return false;
        }
    }

    private static Type Base(Type type) => type.IsPublic ? type : Base(type.DeclaringType ?? type.BaseType!);

    // dense_4 was counted up, not chosen.
    private static bool IsCounted(object o, object? name)
        => name is null || Regex.IsMatch(name.ToString()!, $@"^{Regex.Escape(NamingRule.SnakeCase(o.GetType().Name))}(_\d+)?$");

    private static string Value(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        Tensor { Rank: 0 } t => Value(t.DType == DType.Bool ? t.ReadDouble(0) != 0 : t.ReadDouble(0)),
        string s => JsonSerializer.Serialize(s),
        // A number that came out of a float32 variable shows the digits that were put in.
        double d when double.IsFinite(d) => (float)d == d ? ((float)d).ToString("R", CultureInfo.InvariantCulture) : d.ToString("R", CultureInfo.InvariantCulture),
        double d => double.IsNaN(d) ? "double.NaN" : d > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        Enum e => $"{e.GetType().Name}.{e}",
        Shape { Rank: 1 } shape => shape.At(0)?.ToString(CultureInfo.InvariantCulture) ?? "[null]",
        IConfigValue wrapped => Value(wrapped.ConfigValue),
        Delegate f => FunctionName.Code(f),
        IFunctionObject o => Of(o),
        IConfigurable o => "new " + Of(o),
        System.Runtime.CompilerServices.ITuple or Shape or Axis => value.ToString()!,
        System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Value))}]",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
