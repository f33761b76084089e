using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Parity;

/// <summary>Calls our methods with Python's arguments: places and names as given, values converted to what the parameters want.</summary>
internal static class Binder
{
    /// <summary>Calls the first overload that takes the arguments.</summary>
    internal static object? Call(IReadOnlyList<MethodBase> overloads, Argument[] arguments, object? on = null)
    {
        // A list may stand where Python has *args before its named arguments.
        Argument[] gathered =
        [
            new(null, arguments.Where(static a => a.Name is null).Select(static a => a.Value).ToArray()),
            .. arguments.Where(static a => a.Name is not null),
        ];
        foreach ((MethodBase m, Argument[] given) in overloads.Select(m => (m, arguments)).Concat(overloads.Select(m => (m, gathered))))
        {
            if (Bind(m, given) is { } bound)
            {
                return m is ConstructorInfo c ? c.Invoke(BindingFlags.DoNotWrapExceptions, null, bound, null)
                    : m.Invoke(on, BindingFlags.DoNotWrapExceptions, null, bound, null);
            }
        }

        string received = string.Join(", ", arguments.Select(static a => $"{(a.Name is null ? "" : a.Name + ": ")}{a.Value?.GetType().Name ?? "null"}"));
        string wanted = string.Join(" or ", overloads.Select(static m => $"({string.Join(", ", m.GetParameters().Select(static p => $"{p.ParameterType.Name} {p.Name}"))})"));
        throw new ArgumentException($"{overloads[0].Name} takes {wanted}. Received: {received}.");
    }

    /// <summary>The arrays and tuples of a result as a Python list.</summary>
    internal static object? Flatten(object? result) => result switch
    {
        Tensor or string or null => result,
        Shape shape => shape.Select(static d => (object?)d).ToArray(),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => Flatten(tuple[i])).ToArray(),
        System.Collections.IEnumerable items => items.Cast<object?>().Select(Flatten).ToArray(),
        _ => result,
    };

    private static object?[]? Bind(MethodBase method, Argument[] arguments)
    {
        ParameterInfo[] parameters = method.GetParameters();
        object?[] bound = new object?[parameters.Length];
        bool[] set = new bool[parameters.Length];
        int place = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            Argument a = arguments[i];
            int p = a.Name is null ? place++ : Array.FindIndex(parameters, q => NamingRule.Plain(q.Name!) == NamingRule.Plain(a.Name));
            if (a.Name is null && p == parameters.Length - 1 && IsOpen(parameters[p])
                && !(arguments.Length == parameters.Length && a.Value is object?[]))
            {
                // The rest of *args.
                object?[] rest = [.. arguments.Skip(i).TakeWhile(static r => r.Name is null).Select(static r => r.Value)];
                if (!TryConvert(rest, parameters[p].ParameterType, out bound[p]))
                {
                    return null;
                }

                set[p] = true;
                i += rest.Length - 1;
                continue;
            }

            if (p < 0 || p >= parameters.Length || set[p] || !TryConvert(a.Value, parameters[p].ParameterType, out bound[p]))
            {
                return null;
            }

            set[p] = true;
        }

        for (int p = 0; p < parameters.Length; p++)
        {
            if (!set[p])
            {
                if (!parameters[p].HasDefaultValue && !IsOpen(parameters[p]))
                {
                    return null;
                }

                bound[p] = parameters[p].HasDefaultValue ? Default(parameters[p]) : Array.CreateInstance(parameters[p].ParameterType.GetElementType()!, 0);
            }
        }

        return bound;
    }

    private static bool IsOpen(ParameterInfo p) => p.IsDefined(typeof(ParamArrayAttribute)) || p.IsDefined(typeof(ParamCollectionAttribute));

    private static object? Default(ParameterInfo p)
    {
        Type type = Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType;
        return p.DefaultValue is { } value ? (type.IsEnum ? Enum.ToObject(type, value) : value)
            : p.ParameterType.IsValueType && type == p.ParameterType ? Activator.CreateInstance(type) : null;
    }

    internal static bool TryConvert(object? value, Type type, out object? result)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        result = null;
        if (value is null)
        {
            return target != type || !type.IsValueType;
        }

        result = target.IsInstanceOfType(value) && target != typeof(object) ? value
            : target == typeof(Tensor) ? ToTensor(value)
            : target == typeof(Tensors) ? ToTensors(value)
            : target == typeof(double) && value is int or long ? Convert.ToDouble(value)
            : target == typeof(float) && value is int or long or double ? Convert.ToSingle(value)
            : target == typeof(long) && value is int n ? (long)n
            : target == typeof(int) && value is Tensor { Size: 1 } one && !one.DType.IsFloating() ? (int)one.Item()
            : target == typeof(double) && value is Tensor { Size: 1 } scalar ? scalar.Item()
            : target == typeof(DType) && value is string name && Enum.TryParse(name, ignoreCase: true, out DType dtype) ? dtype
            : target.IsEnum && value is string text ? Enum.GetValues(target).Cast<object>().FirstOrDefault(e => NamingRule.Plain(e.ToString()!) == NamingRule.Plain(text))
            : target.IsSubclassOf(typeof(Delegate)) && value is PythonFunction f ? ToDelegate(f, target)
            : target == typeof(Slice) && value is PythonSlice s ? Slice.Step(s.Start, s.Stop, s.Step ?? 1)
            : target == typeof(Slice) && value is PythonEllipsis ? Slice.Ellipsis
            : value is object?[] items ? ToList(items, target)
            : target.IsAssignableTo(typeof(ITuple)) && target.IsGenericType ? Repeat(value, target)
            : null;
        return result is not null || TryImplicit(value, target, out result) || TryWrap(value, target, out result)
            || (target == typeof(object) && (result = value) is not null);
    }

    private static object? ToTensor(object value) => value switch
    {
        bool b => (Tensor)b,
        int i => (Tensor)i,
        long l => (Tensor)l,
        double d => (Tensor)d,
        object?[] items => Literals.ToTensor(items, DType.Int32, DType.Float32) ?? (items.Length > 0 && items.All(i => i is Tensor t && items[0] is Tensor first && t.Shape == first.Shape) ? Ops.Stack([.. items.Cast<Tensor>()]) : null),
        _ => null,
    };

    private static object? ToTensors(object value)
        => value is object?[] items
            ? (items.All(static i => i is Tensor) ? (Tensors)items.Cast<Tensor>().ToArray() : null)
            : ToTensor(value) is Tensor one ? (Tensors)one : null;

    private static object? ToList(object?[] items, Type target)
    {
        if (target == typeof(Shape) && items.All(static i => i is null or int))
        {
            return (object)(Shape)items.Select(static i => (int?)i).ToArray();
        }

        if (target == typeof(Axis) && items.All(static i => i is int))
        {
            return (object)(Axis)items.Cast<int>().ToArray();
        }

        if (target.IsAssignableTo(typeof(ITuple)) && target.IsGenericType)
        {
            Type[] parts = target.GetGenericArguments();
            object?[] converted = new object?[parts.Length];
            return parts.Length == items.Length && Enumerable.Range(0, items.Length).All(i => TryConvert(items[i], parts[i], out converted[i]))
                ? Activator.CreateInstance(target, converted) : null;
        }

        if ((target.IsArray && target.GetArrayRank() == 2) is var grid && grid)
        {
            return ToGrid(items, target.GetElementType()!);
        }

        Type? element = target.IsArray ? target.GetElementType()
            : target.IsGenericType && target.GetGenericArguments() is [var only] && target.IsAssignableFrom(only.MakeArrayType()) ? only : null;
        if (element is null)
        {
            return null;
        }

        Array array = Array.CreateInstance(element, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            if (!TryConvert(items[i], element, out object? item))
            {
                return null;
            }

            array.SetValue(item, i);
        }

        return array;
    }

    private static Array? ToGrid(object?[] rows, Type element)
    {
        int columns = rows.Length > 0 && rows[0] is object?[] first ? first.Length : -1;
        if (columns < 0 || !rows.All(r => r is object?[] row && row.Length == columns))
        {
            return null;
        }

        Array grid = Array.CreateInstance(element, rows.Length, columns);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int k = 0; k < columns; k++)
            {
                if (!TryConvert(((object?[])rows[i]!)[k], element, out object? item))
                {
                    return null;
                }

                grid.SetValue(item, i, k);
            }
        }

        return grid;
    }

    // One number stands for the same number along each axis.
    private static object? Repeat(object value, Type tuple)
    {
        Type[] parts = tuple.GetGenericArguments();
        object?[] items = new object?[parts.Length];
        return value is int or double && Enumerable.Range(0, parts.Length).All(i => TryConvert(value, parts[i], out items[i])) ? Activator.CreateInstance(tuple, items) : null;
    }

    // What converts implicitly in C# converts here.
    private static bool TryImplicit(object value, Type target, out object? result)
    {
        result = null;
        if (target.Namespace?.StartsWith("System", StringComparison.Ordinal) != false || target == typeof(Tensor))
        {
            return false;
        }

        foreach (MethodInfo m in target.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy).Where(m => m.Name == "op_Implicit" && m.ReturnType == target))
        {
            Type from = m.GetParameters()[0].ParameterType;
            bool simple = !from.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(static o => o.Name == "op_Implicit") || from == typeof(string) || from == typeof(Tensor) || from == typeof(Shape);
            if (from != target && simple && TryConvert(value, from, out object? inner))
            {
                result = m.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [inner], null);
                return true;
            }
        }

        return false;
    }

    // Python takes 2 for (2,).
    private static bool TryWrap(object value, Type target, out object? result)
    {
        result = value is not object?[] and not string && (target.IsArray || (target.IsGenericType && !target.IsAssignableTo(typeof(ITuple)))) ? ToList([value], target) : null;
        return result is not null;
    }

    private static Delegate? ToDelegate(PythonFunction f, Type type)
    {
        if (type.GetMethod("Invoke") is not { } invoke || invoke.ReturnType == typeof(void))
        {
            return null;
        }

        ParameterExpression[] parameters = [.. invoke.GetParameters().Select(static p => System.Linq.Expressions.Expression.Parameter(p.ParameterType))];
        var boxed = System.Linq.Expressions.Expression.NewArrayInit(typeof(object), parameters.Select(static p => System.Linq.Expressions.Expression.Convert(p, typeof(object))));
        var call = System.Linq.Expressions.Expression.Call(
            System.Linq.Expressions.Expression.Constant((Func<object?[], object?>)(x => Returned(f.Call([.. x.Select(Flatten)]), invoke.ReturnType))),
            typeof(Func<object?[], object?>).GetMethod("Invoke")!, boxed);
        return System.Linq.Expressions.Expression.Lambda(type, System.Linq.Expressions.Expression.Convert(call, invoke.ReturnType), parameters).Compile();
    }

    private static object? Returned(object? value, Type type)
        => TryConvert(value, type, out object? result) ? result : throw new MissingException($"a lambda that gives {value?.GetType().Name} where {type.Name} is wanted");
}
