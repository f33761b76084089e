using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Hyperbolic sine.</summary>
internal readonly struct SinhFunction : IUnaryFunction<SinhFunction>
{
    public static double Real(double x) => Math.Sinh(x);
}

/// <summary>Hyperbolic cosine.</summary>
internal readonly struct CoshFunction : IUnaryFunction<CoshFunction>
{
    public static double Real(double x) => Math.Cosh(x);
}

/// <summary>Hyperbolic tangent.</summary>
internal readonly struct TanhFunction : IUnaryFunction<TanhFunction>
{
    public static double Real(double x) => Math.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Tanh<S, V>(x);
}

/// <summary>Inverse hyperbolic sine.</summary>
internal readonly struct AsinhFunction : IUnaryFunction<AsinhFunction>
{
    public static double Real(double x) => Math.Asinh(x);
}

/// <summary>Inverse hyperbolic cosine.</summary>
internal readonly struct AcoshFunction : IUnaryFunction<AcoshFunction>
{
    public static double Real(double x) => Math.Acosh(x);
}

/// <summary>Inverse hyperbolic tangent.</summary>
internal readonly struct AtanhFunction : IUnaryFunction<AtanhFunction>
{
    public static double Real(double x) => Math.Atanh(x);
}
