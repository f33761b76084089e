using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Down to an integer.</summary>
internal readonly struct FloorFunction : IUnaryFunction<FloorFunction>
{
    public static double Real(double x) => Math.Floor(x);

    public static long Integer(long x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Floor(x);
}

/// <summary>Up to an integer.</summary>
internal readonly struct CeilFunction : IUnaryFunction<CeilFunction>
{
    public static double Real(double x) => Math.Ceiling(x);

    public static long Integer(long x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Ceiling(x);
}

/// <summary>To the nearest integer, halves to even.</summary>
internal readonly struct RoundFunction : IUnaryFunction<RoundFunction>
{
    public static double Real(double x) => Math.Round(x);

    public static long Integer(long x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Round(x);
}

/// <summary>Towards 0 to an integer.</summary>
internal readonly struct TruncFunction : IUnaryFunction<TruncFunction>
{
    public static double Real(double x) => Math.Truncate(x);

    public static long Integer(long x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Truncate(x);
}
