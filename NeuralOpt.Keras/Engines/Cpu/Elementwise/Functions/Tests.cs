using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Whether x is no number.</summary>
internal readonly struct IsNaNFunction : IUnaryTest
{
    public static bool Real(double x) => double.IsNaN(x);

    public static bool Integer(long x) => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.IsNaN(x);
}

/// <summary>Whether x is infinite.</summary>
internal readonly struct IsInfinityFunction : IUnaryTest
{
    public static bool Real(double x) => double.IsInfinity(x);

    public static bool Integer(long x) => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Equal(S.Abs(x), S.Broadcast(float.PositiveInfinity));
}

/// <summary>Whether x is neither infinite nor NaN.</summary>
internal readonly struct IsFiniteFunction : IUnaryTest
{
    public static bool Real(double x) => double.IsFinite(x);

    public static bool Integer(long x) => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.LessThan(S.Abs(x), S.Broadcast(float.PositiveInfinity));
}

/// <summary>Whether x is 0.</summary>
internal readonly struct LogicalNotFunction : IUnaryTest
{
    public static bool Real(double x) => x == 0;

    public static bool Integer(long x) => x == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Equal(x, S.Zero);
}

/// <summary>Whether the sign is set; that of -0 is.</summary>
internal readonly struct SignBitFunction : IUnaryTest
{
    public static bool Real(double x) => double.IsNegative(x);

    public static bool Integer(long x) => x < 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.ShiftRightInt32(x, 31);
}

/// <summary>a == b.</summary>
internal readonly struct EqualFunction : IBinaryTest
{
    public static bool Real(double a, double b) => a == b;

    public static bool Integer(long a, long b) => a == b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Equal(a, b);
}

/// <summary>a != b; NaN differs from everything.</summary>
internal readonly struct NotEqualFunction : IBinaryTest
{
    public static bool Real(double a, double b) => a != b;

    public static bool Integer(long a, long b) => a != b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Xor(S.Equal(a, b), S.BroadcastInt32(-1));
}

/// <summary>a &lt; b.</summary>
internal readonly struct LessFunction : IBinaryTest
{
    public static bool Real(double a, double b) => a < b;

    public static bool Integer(long a, long b) => a < b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.LessThan(a, b);
}

/// <summary>a &lt;= b.</summary>
internal readonly struct LessEqualFunction : IBinaryTest
{
    public static bool Real(double a, double b) => a <= b;

    public static bool Integer(long a, long b) => a <= b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.LessThanOrEqual(a, b);
}

/// <summary>a &gt; b.</summary>
internal readonly struct GreaterFunction : IBinaryTest
{
    public static bool Real(double a, double b) => a > b;

    public static bool Integer(long a, long b) => a > b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.LessThan(b, a);
}

/// <summary>a &gt;= b.</summary>
internal readonly struct GreaterEqualFunction : IBinaryTest
{
    public static bool Real(double a, double b) => a >= b;

    public static bool Integer(long a, long b) => a >= b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.LessThanOrEqual(b, a);
}

/// <summary>Whether both are other than 0.</summary>
internal readonly struct LogicalAndFunction : IBinaryTest
{
    public static bool Real(double a, double b) => a != 0 && b != 0;

    public static bool Integer(long a, long b) => a != 0 && b != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Xor(S.Or(S.Equal(a, S.Zero), S.Equal(b, S.Zero)), S.BroadcastInt32(-1));
}

/// <summary>Whether one of them is other than 0.</summary>
internal readonly struct LogicalOrFunction : IBinaryTest
{
    public static bool Real(double a, double b) => a != 0 || b != 0;

    public static bool Integer(long a, long b) => a != 0 || b != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Xor(S.And(S.Equal(a, S.Zero), S.Equal(b, S.Zero)), S.BroadcastInt32(-1));
}

/// <summary>Whether just one of them is other than 0.</summary>
internal readonly struct LogicalXorFunction : IBinaryTest
{
    public static bool Real(double a, double b) => (a != 0) != (b != 0);

    public static bool Integer(long a, long b) => (a != 0) != (b != 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Xor(S.Equal(a, S.Zero), S.Equal(b, S.Zero));
}
