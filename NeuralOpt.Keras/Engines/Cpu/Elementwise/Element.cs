using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Elements of any dtype, widened to the two types that rare dtypes compute in, and back.</summary>
/// <remarks>The type tests are decided when a loop is compiled, so each conversion is one instruction or two.</remarks>
internal static class Element
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ToDouble<T>(T x) where T : unmanaged
        => typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(x)
        : typeof(T) == typeof(double) ? Unsafe.BitCast<T, double>(x)
        : typeof(T) == typeof(Half) ? (double)Unsafe.BitCast<T, Half>(x)
        : ToLong(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long ToLong<T>(T x) where T : unmanaged
        => typeof(T) == typeof(int) ? Unsafe.BitCast<T, int>(x)
        : typeof(T) == typeof(long) ? Unsafe.BitCast<T, long>(x)
        : typeof(T) == typeof(byte) ? Unsafe.BitCast<T, byte>(x)
        : typeof(T) == typeof(bool) ? (Unsafe.BitCast<T, byte>(x) != 0 ? 1 : 0)
        : typeof(T) == typeof(sbyte) ? Unsafe.BitCast<T, sbyte>(x)
        : typeof(T) == typeof(short) ? Unsafe.BitCast<T, short>(x)
        : typeof(T) == typeof(ushort) ? Unsafe.BitCast<T, ushort>(x)
        : typeof(T) == typeof(uint) ? Unsafe.BitCast<T, uint>(x)
        : (long)ToDouble(x);

    /// <summary>Floats round to nearest, integers truncate and wrap, bool is <c>x != 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T FromDouble<T>(double x) where T : unmanaged
        => typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)x)
        : typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(x)
        : typeof(T) == typeof(Half) ? Unsafe.BitCast<Half, T>((Half)x)
        : typeof(T) == typeof(bool) ? Unsafe.BitCast<bool, T>(x != 0)
        : typeof(T) == typeof(int) ? Unsafe.BitCast<int, T>((int)x)
        : FromLong<T>((long)x);

    /// <summary>Integers wrap, bool is <c>x != 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T FromLong<T>(long x) where T : unmanaged
        => typeof(T) == typeof(int) ? Unsafe.BitCast<int, T>((int)x)
        : typeof(T) == typeof(long) ? Unsafe.BitCast<long, T>(x)
        : typeof(T) == typeof(byte) ? Unsafe.BitCast<byte, T>((byte)x)
        : typeof(T) == typeof(bool) ? Unsafe.BitCast<bool, T>(x != 0)
        : typeof(T) == typeof(sbyte) ? Unsafe.BitCast<sbyte, T>((sbyte)x)
        : typeof(T) == typeof(short) ? Unsafe.BitCast<short, T>((short)x)
        : typeof(T) == typeof(ushort) ? Unsafe.BitCast<ushort, T>((ushort)x)
        : typeof(T) == typeof(uint) ? Unsafe.BitCast<uint, T>((uint)x)
        : FromDouble<T>(x);

    /// <summary>The .NET type of a dtype's elements.</summary>
    internal static Type TypeOf(DType dtype) => dtype switch
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
        _ => typeof(uint),
    };
}
