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
        ActivationSpec activation => [activation.Object],
        IDictionary dictionary => dictionary.Values.Cast<object?>(),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]),
        IEnumerable items when IsCollection(value.GetType()) => IsUnset(value) ? [] : items.Cast<object?>(),
        _ when HasMembers(value.GetType()) => s_members.GetOrAdd(value.GetType(), static t => FieldsOf(t, typeof(object))).Select(f => f.GetValue(value)),
        _ => [],
    };

    // A sequence that is computed when asked for is no place to keep anything: it may make its layers anew each time.
    private static bool IsCollection(Type type)
        => !type.IsAssignableTo(typeof(IEnumerator)) && HoldsItems(type);

    private static bool HoldsItems(Type type)
        => type.IsAssignableTo(typeof(ICollection)) || Array.Exists(type.GetInterfaces(), static i => i.IsGenericType
            && (i.GetGenericTypeDefinition() is var g && (g == typeof(ICollection<>) || g == typeof(IReadOnlyCollection<>))
                || (i.GetGenericTypeDefinition() == typeof(IEnumerable<>) && IsKept(i.GetGenericArguments()[0]))));

    // An ImmutableArray or ArraySegment that nobody has set throws when it is asked for its items.
    private static bool IsUnset(object collection)
        => collection.GetType().IsValueType && collection.Equals(RuntimeHelpers.GetUninitializedObject(collection.GetType()));

    private static bool IsKept(Type type)
        => type.IsAssignableTo(typeof(Layer)) || type == typeof(Variable) || type.IsAssignableTo(typeof(Metrics.Metric)) || type == typeof(SeedGenerator);

    // Structs (pairs of a dictionary among them), records and anonymous objects.
    private static bool HasMembers(Type type) => type.IsValueType
        || type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
        || type.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is not null;

    // Types that cannot hold a layer, variable, metric or generator, so that data kept in fields costs nothing.
    private static bool IsOpaque(Type type) => s_isOpaque.GetOrAdd(type, static t => IsOpaque(t, []));

    private static bool IsOpaque(Type t, HashSet<Type> under)
    {
        if (t.IsPrimitive || t.IsEnum || t.IsPointer || t.IsByRefLike
            || t == typeof(string) || t == typeof(Shape) || t == typeof(Axis) || t.IsAssignableTo(typeof(Tensor)) || t == typeof(Tensors)
            || t.IsAssignableTo(typeof(Delegate)) || t.IsAssignableTo(typeof(MemberInfo)) || t.IsAssignableTo(typeof(Initializer))
            || t.IsAssignableTo(typeof(Regularizer)) || t.IsAssignableTo(typeof(Constraint)) || t.IsAssignableTo(typeof(System.Text.Json.Nodes.JsonNode)))
        {
            return true;
        }

        // A struct with an array of itself holds what its other fields hold.
        if (!under.Add(t))
        {
            return true;
        }

        bool opaque = t.IsArray ? IsOpaque(t.GetElementType()!, under)
            : t.IsValueType ? Array.TrueForAll(t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), f => IsOpaque(f.FieldType, under))
            : t.IsGenericType && IsCollection(t) && t.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
                && Array.TrueForAll(t.GetGenericArguments(), a => IsOpaque(a, under));
        under.Remove(t);
        return opaque;
    }
}
