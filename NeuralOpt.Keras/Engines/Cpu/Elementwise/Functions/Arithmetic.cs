using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>-x.</summary>
internal readonly struct NegateFunction : IUnaryFunction<NegateFunction>
{
    public static double Real(double x) => -x;

    public static long Integer(long x) => -x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Negate(x);
}

/// <summary>|x|.</summary>
internal readonly struct AbsFunction : IUnaryFunction<AbsFunction>
{
    public static double Real(double x) => Math.Abs(x);

    public static long Integer(long x) => x < 0 ? -x : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Abs(x);
}

/// <summary>-1, 0 or 1; NaN stays.</summary>
internal readonly struct SignFunction : IUnaryFunction<SignFunction>
{
    public static double Real(double x) => double.IsNaN(x) ? x : Math.Sign(x);

    public static long Integer(long x) => Math.Sign(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Select(S.LessThan(S.Zero, S.Abs(x)), S.Or(S.And(x, S.Broadcast(-0f)), S.Broadcast(1f)), x);
}

/// <summary>x * x.</summary>
internal readonly struct SquareFunction : IUnaryFunction<SquareFunction>
{
    public static double Real(double x) => x * x;

    public static long Integer(long x) => x * x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Mul(x, x);
}

/// <summary>Square root.</summary>
internal readonly struct SqrtFunction : IUnaryFunction<SqrtFunction>
{
    public static double Real(double x) => Math.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Sqrt(x);
}

/// <summary>1 / sqrt(x), both rounded.</summary>
internal readonly struct RsqrtFunction : IUnaryFunction<RsqrtFunction>
{
    public static double Real(double x) => 1 / Math.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Div(S.Broadcast(1f), S.Sqrt(x));
}

/// <summary>1 / x; integers truncate.</summary>
internal readonly struct ReciprocalFunction : IUnaryFunction<ReciprocalFunction>
{
    public static double Real(double x) => 1 / x;

    public static long Integer(long x) => x == 0 ? 0 : 1 / x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Div(S.Broadcast(1f), x);
}

/// <summary>max(x, 0); NaN stays.</summary>
internal readonly struct ReluFunction : IUnaryFunction<ReluFunction>
{
    public static double Real(double x) => x > 0 || double.IsNaN(x) ? x : 0;

    public static long Integer(long x) => Math.Max(x, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.MaxNative(S.Zero, x);
}

/// <summary>a + b.</summary>
internal readonly struct AddFunction : IBinaryFunction<AddFunction>
{
    public static double Real(double a, double b) => a + b;

    public static long Integer(long a, long b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Add(a, b);
}

/// <summary>a - b.</summary>
internal readonly struct SubtractFunction : IBinaryFunction<SubtractFunction>
{
    public static double Real(double a, double b) => a - b;

    public static long Integer(long a, long b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Sub(a, b);
}

/// <summary>a * b.</summary>
internal readonly struct MultiplyFunction : IBinaryFunction<MultiplyFunction>
{
    public static double Real(double a, double b) => a * b;

    public static long Integer(long a, long b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Mul(a, b);
}

/// <summary>a / b; integers truncate, and give 0 for a divisor of 0.</summary>
internal readonly struct DivideFunction : IBinaryFunction<DivideFunction>
{
    public static double Real(double a, double b) => a / b;

    public static long Integer(long a, long b) => b == 0 ? 0 : b == -1 ? -a : a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Div(a, b);
}

/// <summary>The larger; NaN wins.</summary>
internal readonly struct MaximumFunction : IBinaryFunction<MaximumFunction>
{
    public static double Real(double a, double b) => Math.Max(a, b);

    public static long Integer(long a, long b) => Math.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Max(a, b);
}

/// <summary>The smaller; NaN wins.</summary>
internal readonly struct MinimumFunction : IBinaryFunction<MinimumFunction>
{
    public static double Real(double a, double b) => Math.Min(a, b);

    public static long Integer(long a, long b) => Math.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Min(a, b);
}
