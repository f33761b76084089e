using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>e to the power of x.</summary>
internal readonly struct ExpFunction : IUnaryFunction<ExpFunction>
{
    public static double Real(double x) => Math.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Exp<S, V>(x);
}

/// <summary>2 to the power of x.</summary>
internal readonly struct Exp2Function : IUnaryFunction<Exp2Function>
{
    public static double Real(double x) => double.Exp2(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Exp2<S, V>(x);
}

/// <summary>exp(x) - 1, exact near 0.</summary>
internal readonly struct Expm1Function : IUnaryFunction<Expm1Function>
{
    public static double Real(double x) => RealFunctions.Expm1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Expm1<S, V>(x);
}

/// <summary>Natural logarithm.</summary>
internal readonly struct LogFunction : IUnaryFunction<LogFunction>
{
    public static double Real(double x) => Math.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Log<S, V>(x);
}

/// <summary>Logarithm to base 2.</summary>
internal readonly struct Log2Function : IUnaryFunction<Log2Function>
{
    public static double Real(double x) => Math.Log2(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Log2<S, V>(x);
}

/// <summary>Logarithm to base 10.</summary>
internal readonly struct Log10Function : IUnaryFunction<Log10Function>
{
    public static double Real(double x) => Math.Log10(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Log10<S, V>(x);
}

/// <summary>log(1 + x), exact near 0.</summary>
internal readonly struct Log1pFunction : IUnaryFunction<Log1pFunction>
{
    public static double Real(double x) => RealFunctions.Log1p(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Log1p<S, V>(x);
}

/// <summary>1 / (1 + exp(-x)).</summary>
internal readonly struct SigmoidFunction : IUnaryFunction<SigmoidFunction>
{
    public static double Real(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Sigmoid<S, V>(x);
}

/// <summary>log(1 + exp(x)).</summary>
internal readonly struct SoftplusFunction : IUnaryFunction<SoftplusFunction>
{
    public static double Real(double x) => double.IsNaN(x) ? x : Math.Max(x, 0) + RealFunctions.Log1p(Math.Exp(-Math.Abs(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Softplus<S, V>(x);
}
