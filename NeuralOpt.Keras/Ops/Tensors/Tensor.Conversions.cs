using System.Collections;
using System.Diagnostics.CodeAnalysis;
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
        Type element = Guard.NotNull(array, "Tensor.From").GetType().GetElementType()!;
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
        switch (Guard.NotNull(values, "Tensor.From"))
        {
            case Tensor tensor:
                return tensor;
            case IEnumerable<double> numbers:
                return From((double[])[.. numbers]);
            case IEnumerable<float> numbers:
                return From((float[])[.. numbers]);
            case IEnumerable<int> numbers:
                return From((int[])[.. numbers]);
            case IEnumerable<long> numbers:
                return From((long[])[.. numbers]);
            case IEnumerable<bool> truths:
                return From((bool[])[.. truths]);
        }

        object?[] given = [.. values.Cast<object?>()];
        Tensor[] items = Array.ConvertAll(given, FromItem);
        if (items.Length == 0)
        {
            return Zeros(new(0));
        }

        if (Array.Find(items, t => t.Shape != items[0].Shape) is { } other)
        {
            throw new ShapeException($"Tensor.From: all items of a collection must have one shape. Received shapes: {items[0].Shape}, {other.Shape}.");
        }

        // Tensors of the program are joined by an op, so that gradients reach them.
        return Array.Exists(given, static v => v is Tensor or Variable) ? Ops.Stack(Promotion.Common(items)) : Joined(items);
    }

    private static Tensor Joined(Tensor[] items)
    {
        if (items.Length == 0)
        {
            return Zeros(new(0));
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

    /// <summary>The values in row-major order, converted.</summary>
    /// <typeparam name="T">A number type or bool.</typeparam>
    public T[] ToArray<T>() where T : unmanaged => AsType(DTypes.Of(typeof(T))).Data<T>().ToArray();

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
    [return: NotNullIfNotNull(nameof(array))]
    public static implicit operator Tensor?(Array? array) => array is null ? null : From(array);

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
    public static implicit operator Tensor(long value) => new Literal(From([value], default));

    /// <summary>A scalar of bool.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Tensor(bool value) => new Literal(From([value], default));

    /// <summary>The value of a tensor of one element.</summary>
    /// <param name="tensor">One element, any shape.</param>
    public static explicit operator double(Tensor tensor) => Given(tensor).Item();

    /// <summary>The value of a tensor of one element.</summary>
    /// <param name="tensor">One element, any shape.</param>
    public static explicit operator float(Tensor tensor) => (float)Given(tensor).Item();

    /// <summary>The value of a tensor of one element, truncated.</summary>
    /// <param name="tensor">One element, any shape.</param>
    public static explicit operator int(Tensor tensor) => (int)Given(tensor).Item();

    /// <summary>The value of a tensor of one element; int64 in full.</summary>
    /// <param name="tensor">One element, any shape.</param>
    public static explicit operator long(Tensor tensor)
        => tensor is { DType: DType.Int64, Size: 1 } ? tensor.Data<long>()[0] : (long)Given(tensor).Item();

    /// <summary>The values as a .NET array of the tensor's rank and element type, as in <c>(float[,])x</c>; see <see cref="ToArray()"/>.</summary>
    /// <param name="tensor">At least one axis.</param>
    public static explicit operator Array(Tensor tensor) => Given(tensor).ToArray();

    /// <summary>The value of a tensor of one element: true unless 0.</summary>
    /// <param name="tensor">One element, any shape.</param>
    /// <exception cref="ShapeException">There are several; <see cref="Any"/> and <see cref="All"/> join them.</exception>
    public static explicit operator bool(Tensor tensor)
        => !Given(tensor).IsConcrete || tensor.Size == 1
            ? tensor.Item() != 0
            : throw new ShapeException($"Tensor: what is asked whether it is true must have one element; Any() and All() join several. Received shape: {tensor.Shape}.");

    private static Tensor Given(Tensor? tensor) => Guard.NotNull(tensor, "Tensor");
}
