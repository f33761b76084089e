using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

internal sealed partial class ObjectReader
{
    /// <summary>A value of a config as the type that a constructor wants.</summary>
    /// <param name="node">The value.</param>
    /// <param name="type">The type wanted.</param>
    /// <param name="where">Class and key, for the error.</param>
    internal object? Read(JsonNode? node, Type type, string where)
    {
        using (Enter(node))
        {
            return TryRead(node, type, where, out object? value) ? value
                : throw new InvalidModelException($"{where}: the value must fit {Describe(type)}. Received: {Brief(node)}.");
        }
    }

    private bool TryRead(JsonNode? node, Type type, string where, out object? value)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        value = null;
        if (node is null)
        {
            return target != type || !type.IsValueType;
        }

        if (type.IsAssignableTo(typeof(JsonNode)) && type.IsInstanceOfType(node))
        {
            value = node.DeepClone();
            return true;
        }

        if (node is JsonObject o && o.ContainsKey("class_name"))
        {
            return Fit(ReadObject(o, target), target, out value);
        }

        value = target == typeof(object) ? Natural(node)
            : target == typeof(Shape) ? ReadShape(node)
            : target == typeof(Axis) ? ReadAxis(node)
            : target == typeof(Tensor) ? ReadTensor(node, null, where)
            : node is JsonValue scalar && ReadScalar(scalar, target) is { } read ? read
            : node is JsonArray array ? ReadList(array, target, where)
            : node is JsonObject map ? ReadMap(map, target, where)
            : null;
        return value is not null || TryConvert(node, target, where, out value) || TryWrap(node, target, where, out value);
    }

    private static object? ReadScalar(JsonValue node, Type type)
    {
        if (node.TryGetValue(out string? s) && node.GetValueKind() == JsonValueKind.String)
        {
            return type == typeof(string) ? s
                : type == typeof(DType) && Enum.TryParse(s, ignoreCase: true, out DType dtype) ? dtype
                : type.IsEnum ? Array.Find(Enum.GetValues(type).Cast<object>().ToArray(), e => NamingRule.Plain(e.ToString()!) == NamingRule.Plain(s))
                : type == typeof(double) && s is "NaN" or "Infinity" or "-Infinity" ? double.Parse(s, CultureInfo.InvariantCulture)
                : null;
        }

        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            return type == typeof(bool) ? node.GetValue<bool>() : null;
        }

        if (node.GetValueKind() != JsonValueKind.Number || Number(node) is not { } number)
        {
            return null;
        }

        return type == typeof(double) ? number
            : type == typeof(float) ? (float)number
            : type == typeof(int) && double.IsInteger(number) && Math.Abs(number) <= int.MaxValue ? (int)number
            : type == typeof(long) && double.IsInteger(number) && Math.Abs(number) < 1L << 53 ? (long)number
            : type == typeof(bool) && number is 0 or 1 ? number == 1
            : null;
    }

    private static double? Number(JsonNode node)
        => node.GetValueKind() == JsonValueKind.Number && double.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out double d) ? d : null;

    private static object? ReadShape(JsonNode node)
    {
        int?[]? dims = node switch
        {
            JsonArray a when a.All(static d => d is null || d is JsonValue v && ReadScalar(v, typeof(int)) is not null)
                => [.. a.Select(static d => d is JsonValue v ? (int?)ReadScalar(v, typeof(int)) : null)],
            JsonValue v when ReadScalar(v, typeof(int)) is int one => [one],
            _ => null,
        };
        return dims is null || Array.Exists(dims, static d => d < -1) ? null : (object)(Shape)dims;
    }

    private static object? ReadAxis(JsonNode node) => node switch
    {
        JsonArray a when a.All(static d => d is JsonValue v && ReadScalar(v, typeof(int)) is not null)
            => (object)(Axis)a.Select(static d => (int)ReadScalar((JsonValue)d!, typeof(int))!).ToArray(),
        JsonValue v when ReadScalar(v, typeof(int)) is int one => (Axis)one,
        _ => null,
    };

    private object? ReadList(JsonArray array, Type type, string where)
    {
        if (type.IsAssignableTo(typeof(ITuple)) && type.IsGenericType && type.GetGenericArguments() is var parts && parts.Length == array.Count)
        {
            object?[] items = new object?[parts.Length];
            for (int i = 0; i < parts.Length; i++)
            {
                if (!TryRead(array[i], parts[i], where, out items[i]))
                {
                    return null;
                }
            }

            return Activator.CreateInstance(type, items);
        }

        if (ElementType(type) is not { } element)
        {
            return null;
        }

        Array list = Array.CreateInstance(element, array.Count);
        for (int i = 0; i < array.Count; i++)
        {
            if (!TryRead(array[i], element, where, out object? item))
            {
                return null;
            }

            list.SetValue(item, i);
        }

        return type.IsAssignableFrom(list.GetType()) ? list : Activator.CreateInstance(typeof(List<>).MakeGenericType(element), list);
    }

    private object? ReadMap(JsonObject map, Type type, string where)
    {
        if (!type.IsGenericType || type.GetGenericArguments() is not [var key, var element]
            || (key != typeof(string) && key != typeof(int)) || !type.IsAssignableFrom(typeof(Dictionary<,>).MakeGenericType(key, element)))
        {
            return null;
        }

        IDictionary result = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, element))!;
        foreach ((string k, JsonNode? v) in map)
        {
            result[key == typeof(int) ? int.Parse(k, CultureInfo.InvariantCulture) : k] = Read(v, element, where);
        }

        return result;
    }

    // The types that take a text, a number or a list in C# by an implicit conversion take them from a config too.
    private bool TryConvert(JsonNode node, Type type, string where, out object? value)
    {
        foreach (MethodInfo m in Conversions(type).OrderBy(static m => m.GetParameters()[0].ParameterType == typeof(double)))
        {
            Type from = m.GetParameters()[0].ParameterType;
            if (from != type && from != typeof(object) && !Conversions(from).Any() && TryRead(node, from, where, out object? inner) && inner is not null)
            {
                try
                {
                    value = m.Invoke(null, [inner]);
                    return true;
                }
                catch (TargetInvocationException e) when (e.InnerException is ArgumentException inside)
                {
                    throw new InvalidModelException($"{where}: the value must be known here. {inside.Message}", inside);
                }
            }
        }

        value = null;
        return false;
    }

    // Python takes 0.5 for [0.5].
    private bool TryWrap(JsonNode node, Type type, string where, out object? value)
    {
        value = node is JsonValue && type != typeof(string) && ElementType(type) is not null ? ReadList([node.DeepClone()], type, where) : null;
        return value is not null;
    }

    private static bool Fit(object made, Type type, out object? value)
    {
        value = type.IsInstanceOfType(made) ? made
            : made is string s && type == typeof(DType) ? DTypes.Parse(s)
            : Conversions(type).Concat(Conversions(made.GetType(), type)).FirstOrDefault(m => m.GetParameters()[0].ParameterType.IsInstanceOfType(made))?.Invoke(null, [made]);
        return value is not null;
    }

    private static IEnumerable<MethodInfo> Conversions(Type type) => Conversions(type, type);

    /// <summary>The conversions to a type that a type declares.</summary>
    private static IEnumerable<MethodInfo> Conversions(Type declaring, Type type)
        => type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true || type == typeof(Shape) || type == typeof(Axis) || type == typeof(Tensor) ? []
            : declaring.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)
                .Where(m => m.Name == "op_Implicit" && type.IsAssignableFrom(m.ReturnType));

    private static Type? ElementType(Type type)
        => type.IsArray && type.GetArrayRank() == 1 ? type.GetElementType()
            : type.IsGenericType && type.GetGenericArguments() is [var one] && type.IsAssignableFrom(typeof(List<>).MakeGenericType(one)) ? one
            : null;

    private object Natural(JsonNode node) => node switch
    {
        JsonArray a => a.Select(n => Read(n, typeof(object), "Config")).ToArray(),
        JsonObject o => o.DeepClone(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ when Number(node) is { } d => node.ToJsonString().AsSpan().ContainsAny(".eE") || Math.Abs(d) > int.MaxValue ? d : (object)(int)d,
            _ => throw new InvalidModelException($"Config: a number must be finite. Received: {Brief(node)}."),
        },
    };

    private static string Describe(Type type)
        => Nullable.GetUnderlyingType(type) is { } t ? Describe(t) + " or null"
            : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]} of {string.Join(", ", type.GetGenericArguments().Select(Describe))}"
            : type.Name;
}
