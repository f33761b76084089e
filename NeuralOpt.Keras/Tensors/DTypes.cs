namespace NeuralOpt.Keras;

/// <summary>Facts about element types, and Keras's promotion between them.</summary>
public static class DTypes
{
    private static readonly string[] s_names = [.. Enum.GetValues<DType>().Select(static t => t.ToString().ToLowerInvariant())];

    /// <summary>Bytes of one element.</summary>
    /// <param name="dtype">The type.</param>
    public static int Size(this DType dtype) => dtype switch
    {
        DType.Float32 or DType.Int32 or DType.UInt32 => 4,
        DType.Float64 or DType.Int64 => 8,
        DType.Float16 or DType.Int16 or DType.UInt16 => 2,
        DType.Bool or DType.Int8 or DType.UInt8 => 1,
        _ => Known(dtype).Size(),
    };

    /// <summary>The name that Keras and NumPy use, such as <c>float32</c>.</summary>
    /// <param name="dtype">The type.</param>
    public static string Name(this DType dtype) => (uint)dtype < s_names.Length ? s_names[(int)dtype] : dtype.ToString();

    /// <summary>Whether it is a floating-point type.</summary>
    /// <param name="dtype">The type.</param>
    public static bool IsFloating(this DType dtype) => dtype is DType.Float32 or DType.Float64 or DType.Float16;

    /// <summary>The type of that name.</summary>
    /// <param name="name">A name that Keras uses, such as <c>"float32"</c>.</param>
    /// <exception cref="ArgumentException">No type has that name; the message lists those that exist.</exception>
    public static DType Parse(string name)
    {
        int at = Array.IndexOf(s_names, name);
        return at >= 0 ? (DType)at : throw new KerasArgumentException(Spelling.Unknown("DType", "the name", name, [.. Enum.GetValues<DType>().Select(Name)], quote: ""));
    }

    /// <summary>The type in which two types meet, as in Keras: <c>int64</c> and <c>float32</c> give <c>float32</c>.</summary>
    /// <param name="a">One type.</param>
    /// <param name="b">The other type.</param>
    /// <seealso href="https://keras.io/api/utils/backend_utils/#result_type-function"/>
    public static DType Promote(DType a, DType b)
    {
        if (a == b || b == DType.Bool)
        {
            return a;
        }

        if (a == DType.Bool)
        {
            return b;
        }

        if (a.IsFloating() || b.IsFloating())
        {
            return !b.IsFloating() ? a
                : !a.IsFloating() ? b
                : a == DType.Float64 || b == DType.Float64 ? DType.Float64
                : DType.Float32;
        }

        (bool signedA, bool signedB) = (IsSigned(a), IsSigned(b));
        if (signedA == signedB)
        {
            return a.Size() >= b.Size() ? a : b;
        }

        (DType signed, DType unsigned) = signedA ? (a, b) : (b, a);
        return unsigned.Size() < signed.Size() ? signed : unsigned switch
        {
            DType.UInt8 => DType.Int16,
            DType.UInt16 => DType.Int32,
            _ => DType.Int64,
        };
    }

    /// <summary>The least and the largest number of a type; of a floating-point one the finite ones.</summary>
    internal static (double Least, double Greatest) Limits(this DType dtype) => dtype switch
    {
        DType.Float32 => (float.MinValue, float.MaxValue),
        DType.Float64 => (double.MinValue, double.MaxValue),
        DType.Float16 => ((double)Half.MinValue, (double)Half.MaxValue),
        DType.Int32 => (int.MinValue, int.MaxValue),
        DType.Int64 => (long.MinValue, long.MaxValue),
        DType.UInt8 => (0, byte.MaxValue),
        DType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        DType.Int16 => (short.MinValue, short.MaxValue),
        DType.UInt16 => (0, ushort.MaxValue),
        DType.UInt32 => (0, uint.MaxValue),
        _ => (0, 1),
    };

    /// <summary>Whether a number, its fraction cut off, lies in the range of a type; every number does in that of floating-point types and of bool.</summary>
    internal static bool Holds(this DType dtype, double value)
        => dtype == DType.Bool || dtype.IsFloating()
            || (Math.Truncate(value) is var whole && whole >= dtype.Limits().Least && (dtype == DType.Int64 ? whole < long.MaxValue : whole <= dtype.Limits().Greatest));

    /// <summary>The type of .NET elements.</summary>
    internal static DType Of(Type? type)
        => type == typeof(float) ? DType.Float32
        : type == typeof(double) ? DType.Float64
        : type == typeof(Half) ? DType.Float16
        : type == typeof(int) ? DType.Int32
        : type == typeof(long) ? DType.Int64
        : type == typeof(byte) ? DType.UInt8
        : type == typeof(bool) ? DType.Bool
        : type == typeof(sbyte) ? DType.Int8
        : type == typeof(short) ? DType.Int16
        : type == typeof(ushort) ? DType.UInt16
        : type == typeof(uint) ? DType.UInt32
        : throw new KerasArgumentException($"Tensor: elements must be numbers or bool. Received: {type?.Name ?? "null"}.");

    /// <summary>The .NET type of the elements.</summary>
    internal static Type ClrType(this DType dtype) => dtype switch
    {
        DType.Float32 => typeof(float),
        DType.Float64 => typeof(double),
        DType.Float16 => typeof(Half),
        DType.Int32 => typeof(int),
        DType.Int64 => typeof(long),
        DType.UInt8 => typeof(byte),
        DType.Bool => typeof(bool),
        DType.Int8 => typeof(sbyte),
        DType.Int16 => typeof(short),
        DType.UInt16 => typeof(ushort),
        DType.UInt32 => typeof(uint),
        _ => Known(dtype).ClrType(),
    };

    /// <summary>The type itself; a number cast to <see cref="DType"/> that is none would make kernels read memory in the wrong width.</summary>
    internal static DType Known(DType dtype)
        => (uint)dtype < s_names.Length
            ? dtype
            : throw new KerasArgumentException($"DType: the type must be one of {string.Join(", ", s_names)}. Received: {(int)dtype}.");

    private static bool IsSigned(DType dtype) => dtype is DType.Int8 or DType.Int16 or DType.Int32 or DType.Int64;
}
