using System.Collections;
using System.Reflection;

namespace NeuralOpt.Keras.Tests;

/// <summary>Values that nobody should pass, for each type of parameter.</summary>
internal static class OddValues
{
    private const int M = int.MaxValue;

    internal static IEnumerable<(string Text, object? Value)> Of(Type type, string name)
    {
        if (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null)
        {
            yield return ("null", null);
        }

        foreach ((string text, object? value) in Known(Nullable.GetUnderlyingType(type) ?? type))
        {
            yield return (text, value);
        }

        if (type.IsArray)
        {
            Type element = type.GetElementType()!;
            yield return ("empty", Array.CreateInstance(element, new int[type.GetArrayRank()]));
            if (!element.IsValueType && type.GetArrayRank() == 1)
            {
                yield return ("[null]", Array.CreateInstance(element, 1));
            }

            foreach ((string text, object? value) in type.GetArrayRank() == 1 ? Known(element).Where(v => element.IsInstanceOfType(v.Value)) : [])
            {
                Array one = Array.CreateInstance(element, 1);
                one.SetValue(value, 0);
                yield return ($"[{text}]", one);
            }
        }
        else if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && GoodValues.Of(type, name) is { } good)
        {
            Type[] of = type.GetGenericArguments();
            object? empty = of.Length == 2 ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(of)) : Array.CreateInstance(of[0], 0);
            if (type.IsInstanceOfType(empty))
            {
                yield return ("empty", empty);
            }

            if (of.Length == 1 && !of[0].IsValueType && good is Array)
            {
                yield return ("[null]", Array.CreateInstance(of[0], 1));
            }
        }
    }

    private static IEnumerable<(string Text, object? Value)> Known(Type type)
    {
        if (type == typeof(int))
        {
            return [("0", 0), ("-1", -1), ("M", M), ("-M-1", int.MinValue)];
        }

        if (type == typeof(long))
        {
            return [("0", 0L), ("-1", -1L), ("MaxValue", long.MaxValue), ("MinValue", long.MinValue)];
        }

        if (type == typeof(double))
        {
            return [("NaN", double.NaN), ("0", 0.0), ("-1", -1.0), ("infinity", double.PositiveInfinity), ("MaxValue", double.MaxValue)];
        }

        if (type == typeof(float))
        {
            return [("NaN", float.NaN), ("-1", -1f)];
        }

        if (type == typeof(string))
        {
            return [("\"\"", ""), ("emoji", "\U0001F600"), ("no such", "no such")];
        }

        if (type == typeof(Tensor))
        {
            return Tensors().Select(static t => (t.Text, (object?)t.Value));
        }

        if (type == typeof(Tensors))
        {
            return [.. Tensors().Select(static t => (t.Text, (object?)(Tensors)t.Value)), ("no tensor", (Tensors)Array.Empty<Tensor>())];
        }

        if (type == typeof(Shape))
        {
            return [("()", default(Shape)), ("(0)", (Shape)0), ("(null)", Shape.Of([null])), ("(M, M)", (Shape)(M, M)), ("(M)", (Shape)M), ("five axes", (Shape)(1, 1, 1, 1, 1))];
        }

        if (type == typeof(Axis))
        {
            return [("99", (Axis)99), ("-99", (Axis)(-99)), ("twice", (Axis)(0, 0)), ("M", (Axis)M), ("-M-1", (Axis)int.MinValue)];
        }

        if (type == typeof(DType))
        {
            return [("bool", DType.Bool), ("int8", DType.Int8), ("no dtype", (DType)99)];
        }

        return type.IsEnum ? [("no member", Enum.ToObject(type, 99))]
            : type == typeof(object) ? [("object", new object()), ("text", "word")]
            : type == typeof(Type) ? [("string", typeof(string))]
            : type == typeof(Index) ? [("99", new Index(99)), ("^99", new Index(99, true))]
            : type == typeof(Range) ? [("99..", 99..)]
            : [];
    }

    internal static (string Text, Tensor Value)[] Tensors() =>
    [
        ("scalar", Tensor.From(new float[] { 2 }).View(default)),
        ("empty", Ops.Zeros(0)),
        ("(2, 0)", Ops.Zeros((2, 0))),
        ("five axes", Ops.Ones((1, 1, 1, 1, 1))),
        ("NaN", Ops.Full((2, 3), double.NaN)),
        ("int32", Tensor.From(new[,] { { 1, -2, int.MaxValue }, { 0, 1, 2 } })),
        ("bool", Ops.Ones((2, 3)) > 0),
        ("uint8", Tensor.From(new byte[,] { { 0, 250 } })),
        ("float16", Ops.Ones((2, 3), DType.Float16)),
        ("symbolic", new KerasTensor(Shape.Of(null, 3))),
    ];
}
