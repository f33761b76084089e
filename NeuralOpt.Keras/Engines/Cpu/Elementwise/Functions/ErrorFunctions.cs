using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Error function.</summary>
internal readonly struct ErfFunction : IUnaryFunction<ErfFunction>
{
    public static double Real(double x) => RealFunctions.Erf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => VectorMath.Erf<S, V>(x);
}

/// <summary>1 - erf(x), exact where it is small.</summary>
internal readonly struct ErfcFunction : IUnaryFunction<ErfcFunction>
{
    public static double Real(double x) => RealFunctions.Erfc(x);
}

/// <summary>Inverse of the error function.</summary>
internal readonly struct ErfInvFunction : IUnaryFunction<ErfInvFunction>
{
    public static double Real(double x) => RealFunctions.ErfInv(x);
}
