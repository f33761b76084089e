using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Finds the layers, variables, metrics and seed generators that a layer keeps: in its fields, and in what its fields hold.</summary>
/// <remarks>
/// Collections of any kind and depth are looked through, dictionaries by their values, tuples, structs and records by their
/// members: what Keras 3 does with lists, dictionaries and tuples. Objects of other classes keep their own counsel.
/// </remarks>
internal static class Tracking
{
    private static readonly ConcurrentDictionary<Type, bool> s_isOpaque = [];
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> s_members = [];

    /// <summary>The fields of a layer's class that may hold something, those of base classes first.</summary>
    /// <param name="layer">The class of the layer.</param>
    /// <param name="above">The base class from which on fields keep nothing.</param>
    internal static FieldInfo[] FieldsOf(Type layer, Type above)
    {
        List<Type> types = [];
        for (Type? type = layer; type is not null && type != above; type = type.BaseType)
        {
            types.Add(type);
        }

        types.Reverse();
        return
        [
            .. types
                .SelectMany(static t => t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .OrderBy(static f => f.MetadataToken))
                .Where(static f => !IsOpaque(f.FieldType)),
        ];
    }

    /// <summary>Everything of a type in a value, in order; what is met twice is given twice.</summary>
    internal static IEnumerable<T> Find<T>(object? value) where T : class
    {
        if (value is T item)
        {
            return [item];
        }

        List<T> found = [];
        Collect(value, found, []);
        return found;
    }

    private static void Collect<T>(object? value, List<T> found, List<object> under) where T : class
    {
        if (value is null || IsOpaque(value.GetType()))
        {
            return;
        }

        if (value is T item)
        {
            found.Add(item);
            return;
        }

        // Other layers keep what they keep themselves; a collection that contains itself is looked through once.
        if (value is Layer or Variable or Metrics.Metric or SeedGenerator || (!value.GetType().IsValueType && under.Exists(o => ReferenceEquals(o, value))))
        {
            return;
        }

        under.Add(value);
        foreach (object? part in Parts(value))
        {
            Collect(part, found, under);
        }

        under.RemoveAt(under.Count - 1);
    }

    private static IEnumerable<object?> Parts(object value) => value switch
    {
        IDictionary dictionary => dictionary.Values.Cast<object?>(),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]),
        IEnumerable items when IsCollection(value.GetType()) => items.Cast<object?>(),
        _ when HasMembers(value.GetType()) => s_members.GetOrAdd(value.GetType(), static t => FieldsOf(t, typeof(object))).Select(f => f.GetValue(value)),
        _ => [],
    };

    // A sequence that is computed when asked for is no place to keep anything, unless it says that it holds layers or the like.
    private static bool IsCollection(Type type)
        => type.IsAssignableTo(typeof(ICollection)) || Array.Exists(type.GetInterfaces(), static i => i.IsGenericType
            && (i.GetGenericTypeDefinition() is var g && (g == typeof(ICollection<>) || g == typeof(IReadOnlyCollection<>))
                || (i.GetGenericTypeDefinition() == typeof(IEnumerable<>) && IsKept(i.GetGenericArguments()[0]))));

    private static bool IsKept(Type type)
        => type.IsAssignableTo(typeof(Layer)) || type == typeof(Variable) || type.IsAssignableTo(typeof(Metrics.Metric)) || type == typeof(SeedGenerator);

    // Structs (pairs of a dictionary among them) and records.
    private static bool HasMembers(Type type) => type.IsValueType || type.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is not null;

    // Types that cannot hold a layer, variable, metric or generator, so that data kept in fields costs nothing.
    private static bool IsOpaque(Type type) => s_isOpaque.GetOrAdd(type, static t =>
        t.IsPrimitive || t.IsEnum || t.IsPointer || t.IsByRefLike
        || t == typeof(string) || t == typeof(decimal) || t == typeof(DateTime) || t == typeof(TimeSpan) || t == typeof(Guid)
        || t == typeof(Shape) || t == typeof(Axis) || t.IsAssignableTo(typeof(Tensor)) || t == typeof(Tensors)
        || t.IsAssignableTo(typeof(Delegate)) || t.IsAssignableTo(typeof(MemberInfo)) || t.IsAssignableTo(typeof(Initializer))
        || t.IsAssignableTo(typeof(Regularizer)) || t.IsAssignableTo(typeof(Constraint)) || t.IsAssignableTo(typeof(System.Text.Json.Nodes.JsonNode))
        || (t.IsArray && IsOpaque(t.GetElementType()!))
        || (Nullable.GetUnderlyingType(t) is { } inner && IsOpaque(inner))
        || (t.IsGenericType && IsCollection(t) && t.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && Array.TrueForAll(t.GetGenericArguments(), IsOpaque)));
}
