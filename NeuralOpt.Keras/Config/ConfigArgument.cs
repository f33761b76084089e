using System.Reflection;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

/// <summary>One constructor parameter, its key in a config, and the property that holds its value.</summary>
internal sealed class ConfigArgument
{
    // The shape given to a first layer becomes an InputLayer of the model; Keras does not write it into the layer either.
    private const string InputShape = "inputShape";

    private readonly Type _class;
    private readonly ParameterInfo _parameter;
    private readonly PropertyInfo? _property;

    internal ConfigArgument(Type type, ParameterInfo parameter)
    {
        _class = type;
        _parameter = parameter;
        ConfigNameAttribute? named = parameter.GetCustomAttribute<ConfigNameAttribute>();
        Key = named is not null ? named.Name : parameter.Name == InputShape ? null : NamingRule.Key(Name);

        // Where the public property shows something else, as an optimizer's learning rate does, another one holds what was given.
        _property = FindProperty(type, Name + "Argument") ?? FindProperty(type, Name);
    }

    /// <summary>The parameter's name in C#.</summary>
    internal string Name => _parameter.Name!;

    /// <summary>Keras's key; null for a parameter that no config holds.</summary>
    internal string? Key { get; }

    /// <summary>The property of the same name; null where the class breaks the rule.</summary>
    internal PropertyInfo? Property => _property;

    internal bool IsRequired => !_parameter.HasDefaultValue;

    /// <summary>The value in an object.</summary>
    internal object? Value(object o)
        => _property is { } p ? p.GetValue(o) : throw new KerasInvalidOperationException(
            $"{_class.Name}: the constructor parameter '{Name}' must have a property of the same name.");

    /// <summary>The value in an object, as the constructor takes it: a property may show another type than the parameter has.</summary>
    internal object? ValueOrRead(object o)
    {
        object? value = Value(o);
        return value is null || _parameter.ParameterType.IsInstanceOfType(value) || Key is null
            ? value
            : new ObjectReader().Read(Write(o), _parameter.ParameterType, $"{_class.Name}.{Key}");
    }

    /// <summary>The value in an object, as a config holds it.</summary>
    internal JsonNode? Write(object o)
    {
        object? value = Value(o);
        return Key == "dtype" && value is not null && (NamingRule.Module(_class) is "keras.layers" or "keras")
            ? ConfigWriter.Policy(value)
            : ConfigWriter.Write(value);
    }

    /// <summary>The constructor's argument from a config.</summary>
    internal object? Read(JsonObject config, ObjectReader reader)
    {
        if (Key is { } key && config.TryGetPropertyValue(key, out JsonNode? node))
        {
            // Null for a value that cannot be null means that Keras had none to write.
            return node is null && _parameter.HasDefaultValue && !AcceptsNull ? Default : reader.Read(node, _parameter.ParameterType, $"{_class.Name}.{key}");
        }

        return _parameter.HasDefaultValue ? Default : throw new InvalidModelException(
            $"{_class.Name}: a config must have the key '{Key ?? Name}'. Received: {string.Join(", ", config.Select(static p => p.Key))}.");
    }

    private bool AcceptsNull => !_parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(_parameter.ParameterType) is not null;

    /// <summary>What the parameter is when it is not given.</summary>
    internal object? Default
    {
        get
        {
            Type type = Nullable.GetUnderlyingType(_parameter.ParameterType) ?? _parameter.ParameterType;
            return _parameter.DefaultValue switch
            {
                null => AcceptsNull ? null : Activator.CreateInstance(type),
                { } v when type.IsEnum => Enum.ToObject(type, v),
                { } v => v,
            };
        }
    }

    // A derived class may redeclare a property with another type; the most derived one counts.
    private static PropertyInfo? FindProperty(Type type, string name)
    {
        for (Type? t = type; t is not null; t = t.BaseType)
        {
            PropertyInfo[] own = t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            if (Array.Find(own, p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && p.GetIndexParameters().Length == 0) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
