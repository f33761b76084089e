using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

/// <summary>Values of constructor arguments as a config holds them.</summary>
internal static class ConfigWriter
{
    internal static JsonNode? Write(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        string s => JsonValue.Create(s),
        bool b => JsonValue.Create(b),
        int i => JsonValue.Create(i),
        long l => JsonValue.Create(l),
        uint u => JsonValue.Create(u),
        byte u => JsonValue.Create((int)u),
        float f => Number(f),
        double d => Number(d),
        DType t => JsonValue.Create(t.Name()),
        Enum e => JsonValue.Create(NamingRule.Key(e.ToString())),
        Shape shape => new JsonArray([.. shape.Select(static d => d is { } n ? (JsonNode?)JsonValue.Create(n) : null)]),
        Axis axis => axis.Count() == 1 ? JsonValue.Create(axis.First()) : new JsonArray([.. axis.Select(static a => (JsonNode?)JsonValue.Create(a))]),
        IConfigValue wrapped => Write(wrapped.ConfigValue),
        Tensor tensor => Nested(tensor, tensor.Shape.ToArray(), 0, 0),
        IFunctionObject wrapped => Write(wrapped.Function),
        IConfigurable o => Object(o),
        Delegate f => Function(f),
        IDictionary map => new JsonObject(map.Keys.Cast<object>().Select(k => new KeyValuePair<string, JsonNode?>(k.ToString()!, Write(map[k])))),
        ITuple tuple => new JsonArray([.. Enumerable.Range(0, tuple.Length).Select(i => Write(tuple[i]))]),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Write)]),
        _ => throw new KerasInvalidOperationException($"Config: a value must be a number, a text, a list or an object with a config. Received: {value.GetType().Name}."),
    };

    private static JsonObject Function(Delegate function)
        => Registry.RegisteredName(function) is { } name
            ? new()
            {
                ["module"] = "builtins",
                ["class_name"] = "function",
                ["config"] = name[(name.LastIndexOf('>') + 1)..],
                ["registered_name"] = name,
            }
            : throw new KerasInvalidOperationException(
                $"Config: a function must be registered with Saving.RegisterKerasSerializable before it can be written. Received: {FunctionName.Code(function)}.");

    private static JsonObject Object(IConfigurable o)
    {
        Type type = o.GetType();
        bool builtin = type.Assembly == typeof(ConfigWriter).Assembly;
        JsonObject node = new()
        {
            ["module"] = Registry.Module(type),
            ["class_name"] = Registry.ClassName(type),
            ["config"] = o.GetConfig(),
            ["registered_name"] = Registry.RegisteredName(type) ?? (Registry.HidesModule(type) || !builtin ? Registry.ClassName(type) : null),
        };
        if (o.GetBuildConfig() is { } build)
        {
            node["build_config"] = build;
        }

        return node;
    }

    /// <summary>Keras 3 writes the dtype of a layer as a policy object.</summary>
    internal static JsonNode Policy(object dtype) => new JsonObject
    {
        ["module"] = "keras",
        ["class_name"] = "DTypePolicy",
        ["config"] = new JsonObject { ["name"] = dtype is DType t ? t.Name() : dtype.ToString() },
        ["registered_name"] = null,
    };

    // Python's digits, so that 1.0 stays a float; JSON has no infinities, Keras's readers take their names.
    private static JsonNode Number(double value)
        => double.IsFinite(value)
            ? JsonNode.Parse(PythonNumber.Repr(value))!
            : JsonValue.Create(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");

    private static JsonNode? Nested(Tensor t, int[] dims, int axis, int offset)
    {
        if (axis == dims.Length)
        {
            return t.DType == DType.Bool ? JsonValue.Create(t.ReadDouble(offset) != 0)
                : t.DType.IsFloating() ? Number(t.ReadDouble(offset))
                : JsonValue.Create((long)t.ReadDouble(offset));
        }

        JsonArray items = [];
        int step = dims[(axis + 1)..].Aggregate(1, static (a, b) => a * b);
        for (int i = 0; i < dims[axis]; i++)
        {
            items.Add(Nested(t, dims, axis + 1, offset + (i * step)));
        }

        return items;
    }
}
