using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Sine.</summary>
internal readonly struct SinFunction : IUnaryFunction<SinFunction>
{
    public static double Real(double x) => Math.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Any(S.LessThan(S.Broadcast(VectorMath.LargestAngle), S.Abs(x))) ? Lanes.Map<SinFunction, S, V>(x) : VectorMath.Sin<S, V>(x, 0);
}

/// <summary>Cosine.</summary>
internal readonly struct CosFunction : IUnaryFunction<CosFunction>
{
    public static double Real(double x) => Math.Cos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Any(S.LessThan(S.Broadcast(VectorMath.LargestAngle), S.Abs(x))) ? Lanes.Map<CosFunction, S, V>(x) : VectorMath.Sin<S, V>(x, 1);
}

/// <summary>Tangent.</summary>
internal readonly struct TanFunction : IUnaryFunction<TanFunction>
{
    public static double Real(double x) => Math.Tan(x);
}

/// <summary>Inverse sine.</summary>
internal readonly struct AsinFunction : IUnaryFunction<AsinFunction>
{
    public static double Real(double x) => Math.Asin(x);
}

/// <summary>Inverse cosine.</summary>
internal readonly struct AcosFunction : IUnaryFunction<AcosFunction>
{
    public static double Real(double x) => Math.Acos(x);
}

/// <summary>Inverse tangent.</summary>
internal readonly struct AtanFunction : IUnaryFunction<AtanFunction>
{
    public static double Real(double x) => Math.Atan(x);
}

/// <summary>Angle of the point (b, a).</summary>
internal readonly struct Atan2Function : IBinaryFunction<Atan2Function>
{
    public static double Real(double a, double b) => Math.Atan2(a, b);
}

/// <summary>sqrt(a * a + b * b), without overflow.</summary>
internal readonly struct HypotFunction : IBinaryFunction<HypotFunction>
{
    public static double Real(double a, double b) => double.Hypot(a, b);
}
