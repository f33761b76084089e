using System.Runtime.InteropServices;

namespace NeuralOpt.Keras;

/// <content>Elements in and out, as they are: nothing here computes.</content>
public partial class Tensor
{
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

    internal double ReadDouble(int i) => DType switch
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
}
