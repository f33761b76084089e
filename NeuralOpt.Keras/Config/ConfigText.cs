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
        ObjectConfig config = ObjectConfig.Of(o.GetType());
        JsonObject? plain = Defaults(o, config);
        List<string> arguments = [];
        foreach (ConfigArgument a in config.Arguments)
        {
            object? value = a.Property is null ? null : a.Value(o);
            if (a.Key is not { } key || a.Property is null || (a.Name == "name" && (IsCounted(o, value) || Equals(value, a.Default))))
            {
                continue;
            }

            if (a.IsRequired || a.Name == "name" || plain is null || !ConfigComparer.Same(ConfigWriter.Write(value), plain[key]))
            {
                arguments.Add($"{a.Name}: {Value(value)}");
            }
        }

        return $"{o.GetType().Name}({string.Join(", ", arguments)})";
    }

    // What the class makes of its own defaults, so that a default written as null is told from a choice.
    private static JsonObject? Defaults(object o, ObjectConfig config)
    {
        JsonObject required = [];
        foreach (ConfigArgument a in config.Arguments)
        {
            if (a is { Key: { } key, Property: not null } && (a.IsRequired || a.Name == "name"))
            {
                required[key] = ConfigWriter.Write(a.Value(o));
            }
        }

        try
        {
            object plain = config.Construct(required, new ObjectReader());
            JsonObject values = [];
            foreach (ConfigArgument a in config.Arguments)
            {
                if (a is { Key: { } key, Property: not null })
                {
                    values[key] = ConfigWriter.Write(a.Value(plain));
                }
            }

            return values;
        }
        catch (InvalidModelException)
        {
            // Some arguments are only valid together; then all are shown.
            return null;
        }
    }

    // dense_4 was counted up, not chosen.
    private static bool IsCounted(object o, object? name)
        => name is null || Regex.IsMatch(name.ToString()!, $@"^{Regex.Escape(NamingRule.SnakeCase(o.GetType().Name))}(_\d+)?$");

    private static string Value(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        Tensor { Rank: 0 } t => Value(t.DType == DType.Bool ? t.ReadDouble(0) != 0 : t.ReadDouble(0)),
        string s => JsonSerializer.Serialize(s),
        double d when double.IsFinite(d) => d.ToString("R", CultureInfo.InvariantCulture),
        double d => double.IsNaN(d) ? "double.NaN" : d > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        Enum e => $"{e.GetType().Name}.{e}",
        Shape { Rank: 1 } shape => shape.At(0)?.ToString(CultureInfo.InvariantCulture) ?? "[null]",
        IConfigValue wrapped => Value(wrapped.ConfigValue),
        IConfigurable o => "new " + Of(o),
        System.Runtime.CompilerServices.ITuple or Shape or Axis => value.ToString()!,
        System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Value))}]",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
