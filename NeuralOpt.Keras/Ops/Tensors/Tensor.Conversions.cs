using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralOpt.Keras;

public partial class Tensor
{
    /// <summary>A tensor from a .NET array of any rank, whose values are copied.</summary>
    /// <param name="array">Numbers or bools: <c>float[]</c>, <c>byte[,,]</c>, <c>double[][]</c>, ...</param>
    /// <exception cref="ArgumentException">The elements are no numbers, or a nested array is ragged.</exception>
    [OverloadResolutionPriority(1)]
    public static Tensor From(Array array)
    {
        Type element = array.GetType().GetElementType()!;
        if (!element.IsPrimitive && element != typeof(Half))
        {
            return From((IEnumerable)array);
        }

        Tensor t = Uninitialized(new(Shape.Of(Enumerable.Range(0, array.Rank).Select(array.GetLength)), DTypes.Of(element)));
        t.Buffer.Write(ref MemoryMarshal.GetArrayDataReference(array), t.Spec.Bytes);
        return t;
    }

    /// <summary>A tensor from nested collections of numbers, bools, arrays or tensors, such as <c>List&lt;double[]&gt;</c>.</summary>
    /// <param name="values">All items of one level have one shape.</param>
    /// <returns>Floating point if one of the numbers is; an empty collection gives float32 of shape (0).</returns>
    /// <exception cref="ArgumentException">An item is neither a number nor a collection.</exception>
    /// <exception cref="ShapeException">The items of one level differ in shape.</exception>
    public static Tensor From(IEnumerable values)
    {
        if (values is Tensor tensor)
        {
            return tensor;
        }

        Tensor[] items = [.. values.Cast<object?>().Select(FromItem)];
        if (items.Length == 0)
        {
            return Zeros(new(0));
        }

        if (Array.Find(items, t => t.Shape != items[0].Shape) is { } other)
        {
            throw new ShapeException($"Tensor.From: all items of a collection must have one shape. Received shapes: {items[0].Shape}, {other.Shape}.");
        }

        if (!Array.TrueForAll(items, static t => t.IsConcrete))
        {
            return Ops.Stack(items);
        }

        DType dtype = items.Select(static t => t.DType).Aggregate(DTypes.Promote);
        Tensor result = Uninitialized(new(Shape.Of(items.Length).Concat(items[0].Shape), dtype));
        for (int i = 0; i < items.Length; i++)
        {
            Tensor item = Ops.Cast(items[i], dtype);
            result.Buffer.Write(item.Buffer, 0, item.Spec.Bytes, i * item.Spec.Bytes);
        }

        return result;
    }

    /// <summary>A vector from values, which are copied.</summary>
    /// <typeparam name="T">A number type or bool.</typeparam>
    /// <param name="values">The elements.</param>
    public static Tensor From<T>(ReadOnlySpan<T> values) where T : unmanaged => From(values, values.Length);

    /// <summary>A vector from values, which are copied.</summary>
    /// <typeparam name="T">A number type or bool.</typeparam>
    /// <param name="values">The elements.</param>
    public static Tensor From<T>(ReadOnlyMemory<T> values) where T : unmanaged => From(values.Span, values.Length);

    /// <summary>A tensor from values in row-major order, which are copied.</summary>
    /// <typeparam name="T">A number type or bool.</typeparam>
    /// <param name="values">As many as the shape has elements.</param>
    /// <param name="shape">Shape of the tensor.</param>
    public static Tensor From<T>(ReadOnlySpan<T> values, Shape shape) where T : unmanaged
    {
        if (values.Length != shape.Size())
        {
            throw new ShapeException($"Tensor.From: shape {shape} must have as many elements as there are values. Received: {values.Length} values.");
        }

        Tensor t = Uninitialized(new(shape, DTypes.Of(typeof(T))));
        values.CopyTo(t.Data<T>());
        return t;
    }

    /// <summary>The only value of a tensor of one element, as a number.</summary>
    public double Item()
        => Size == 1 ? ReadDouble(0) : throw new ShapeException($"Tensor.Item: the tensor must have one element. Received: {Shape}.");

    /// <summary>The values in row-major order, converted.</summary>
    /// <typeparam name="T">A number type or bool.</typeparam>
    public T[] ToArray<T>() where T : unmanaged => AsType(DTypes.Of(typeof(T))).Data<T>().ToArray();

    /// <summary>The values as a .NET array of the tensor's rank and element type, such as <c>float[,]</c>.</summary>
    /// <exception cref="ShapeException">The tensor has no axes; use <see cref="Item()"/>.</exception>
    public Array ToArray()
    {
        if (Rank == 0)
        {
            throw new ShapeException("Tensor.ToArray: the tensor must have at least one axis; use Item for a scalar. Received: ().");
        }

        Array array = Array.CreateInstance(DType.ClrType(), Shape.ToArray());
        Buffer.Read(ref MemoryMarshal.GetArrayDataReference(array), Spec.Bytes);
        return array;
    }

    /// <summary>The values in row-major order, not copied; valid as long as the tensor is held.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <exception cref="InvalidOperationException">The elements have another type, or there are no values.</exception>
    public ReadOnlySpan<T> AsSpan<T>() where T : unmanaged => Data<T>();

    /// <summary>A weak scalar of the type its promotion decided.</summary>
    internal static Tensor ScalarOf(double value, DType dtype)
        => new(TensorSpec.Scalar(dtype), Numbers.MemoryOf(value, dtype));

    internal unsafe double ReadDouble(int i) => DType switch
    {
        DType.Float32 => Data<float>()[i],
        DType.Float64 => Data<double>()[i],
        DType.Float16 => (double)Data<Half>()[i],
        DType.Int32 => Data<int>()[i],
        DType.Int64 => Data<long>()[i],
        DType.UInt8 => Data<byte>()[i],
        DType.Bool => Data<bool>()[i] ? 1 : 0,
        DType.Int8 => Data<sbyte>()[i],
        DType.Int16 => Data<short>()[i],
        DType.UInt16 => Data<ushort>()[i],
        _ => Data<uint>()[i],
    };

    internal void WriteDouble(int i, double value)
    {
        switch (DType)
        {
            case DType.Float32:
                Data<float>()[i] = (float)value;
                break;
            case DType.Float64:
                Data<double>()[i] = value;
                break;
            case DType.Float16:
                Data<Half>()[i] = (Half)value;
                break;
            case DType.Int32:
                Data<int>()[i] = (int)value;
                break;
            case DType.Int64:
                Data<long>()[i] = (long)value;
                break;
            case DType.UInt8:
                Data<byte>()[i] = (byte)value;
                break;
            case DType.Bool:
                Data<bool>()[i] = value != 0;
                break;
            case DType.Int8:
                Data<sbyte>()[i] = (sbyte)value;
                break;
            case DType.Int16:
                Data<short>()[i] = (short)value;
                break;
            case DType.UInt16:
                Data<ushort>()[i] = (ushort)value;
                break;
            default:
                Data<uint>()[i] = (uint)value;
                break;
        }
    }

    private static Tensor FromItem(object? item) => item switch
    {
        Tensor t => t,
        Variable v => v,
        Array a => From(a),
        IEnumerable e and not string => From(e),
        double d => From([d], default),
        float f => From([f], default),
        int i => From([i], default),
        long l => From([l], default),
        bool b => From([b], default),
        byte b => From([b], default),
        Half h => From([h], default),
        sbyte n => From([n], default),
        short n => From([n], default),
        ushort n => From([n], default),
        uint n => From([n], default),
        _ => throw new KerasArgumentException($"Tensor.From: an item must be a number, a bool, a tensor or a collection of them. Received: {item?.GetType().Name ?? "null"}."),
    };

    private static Tensor WeakScalar(double value, DType dtype)
        => new(TensorSpec.Scalar(dtype), Numbers.MemoryOf(value, dtype)) { Weak = value };

    /// <summary>A tensor from a .NET array of any rank; see <see cref="From(Array)"/>.</summary>
    /// <param name="array">Numbers or bools.</param>
    public static implicit operator Tensor(Array array) => From(array);

    /// <summary>A scalar, float32 unless the tensor it meets has another floating-point type.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Tensor(double value) => WeakScalar(value, DType.Float32);

    /// <summary>A scalar, float32 unless the tensor it meets has another floating-point type.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Tensor(float value) => WeakScalar(value, DType.Float32);

    /// <summary>A scalar, int32 unless the tensor it meets has another type.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Tensor(int value) => WeakScalar(value, DType.Int32);

    /// <summary>A scalar of int64.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Tensor(long value) => From([value], default);

    /// <summary>A scalar of bool.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Tensor(bool value) => From([value], default);

    /// <summary>The value of a tensor of one element.</summary>
    /// <param name="tensor">One element, any shape.</param>
    public static explicit operator double(Tensor tensor) => tensor.Item();

    /// <summary>The value of a tensor of one element.</summary>
    /// <param name="tensor">One element, any shape.</param>
    public static explicit operator float(Tensor tensor) => (float)tensor.Item();

    /// <summary>The value of a tensor of one element, truncated.</summary>
    /// <param name="tensor">One element, any shape.</param>
    public static explicit operator int(Tensor tensor) => (int)tensor.Item();

    /// <summary>The value of a tensor of one element; int64 in full.</summary>
    /// <param name="tensor">One element, any shape.</param>
    public static explicit operator long(Tensor tensor)
        => tensor is { DType: DType.Int64, Size: 1 } ? tensor.Data<long>()[0] : (long)tensor.Item();

    /// <summary>The values as a .NET array of the tensor's rank and element type, as in <c>(float[,])x</c>; see <see cref="ToArray()"/>.</summary>
    /// <param name="tensor">At least one axis.</param>
    public static explicit operator Array(Tensor tensor) => tensor.ToArray();

    /// <summary>The value of a tensor of one element: true unless 0.</summary>
    /// <param name="tensor">One element, any shape.</param>
    public static explicit operator bool(Tensor tensor) => tensor.Item() != 0;
}
