namespace NeuralOpt.Keras.Parity;

/// <summary>Python's numbers and nested lists as tensors.</summary>
internal static class Literals
{
    /// <summary><c>np.array(list, dtype)</c>: int64 and float64 unless a dtype is given.</summary>
    internal static Tensor NumPy(Argument[] arguments)
    {
        object? dtype = arguments.Length > 1 ? arguments[1].Value : null;
        Tensor? t = ToTensor(arguments[0].Value, DType.Int64, DType.Float64);
        return t is null ? throw new MissingException("an array of something else than numbers")
            : dtype is string name ? Ops.Cast(t, DTypes.Parse(name)) : t;
    }

    internal static Shape Shape(object? value) => value switch
    {
        int n => n,
        object?[] dims => (Shape)dims.Select(static d => (int?)d).ToArray(),
        _ => throw new MissingException($"the shape {value}"),
    };

    internal static DType DTypeOf(Argument[] arguments, int i, DType otherwise)
        => i < arguments.Length && arguments[i].Value is string name ? DTypes.Parse(name) : otherwise;

    internal static double Float(object? value) => value switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        IConvertible number and not string => number.ToDouble(null),
        _ => throw new MissingException($"float({value})"),
    };

    /// <summary>Nested lists of plain numbers as a tensor; null for anything else.</summary>
    internal static Tensor? ToTensor(object? value, DType whole, DType real)
    {
        List<int> shape = [];
        for (object? v = value; v is object?[] items; v = items.Length > 0 ? items[0] : null)
        {
            shape.Add(items.Length);
        }

        List<object> flat = [];
        if (!Collect(value, 0))
        {
            return null;
        }

        DType dtype = flat.Count == 0 || flat.Exists(static f => f is double) ? real : flat.TrueForAll(static f => f is bool) ? DType.Bool : whole;
        Tensor t = Tensor.Uninitialized(new(Keras.Shape.Of(shape), dtype));
        for (int i = 0; i < flat.Count; i++)
        {
            t.WriteDouble(i, Convert.ToDouble(flat[i]));
        }

        return t;

        bool Collect(object? v, int axis)
        {
            if (v is object?[] items)
            {
                return axis < shape.Count && items.Length == shape[axis] && items.All(i => Collect(i, axis + 1));
            }

            if (axis != shape.Count || v is not (bool or int or long or double))
            {
                return false;
            }

            flat.Add(v);
            return true;
        }
    }
}
