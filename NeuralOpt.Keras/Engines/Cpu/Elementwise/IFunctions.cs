using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A function of one element: arithmetic only; loops, tails, widths and dtypes are written once in <see cref="Loops"/>.</summary>
/// <remarks>
/// A struct named <c>ExpFunction</c> is the function of <see cref="UnaryKind"/>.Exp. Float32 runs <see cref="Vector"/>,
/// the other floats <see cref="Real"/>, integers <see cref="Integer"/>.
/// </remarks>
internal interface IUnaryFunction<TSelf> where TSelf : struct, IUnaryFunction<TSelf>
{
    static abstract double Real(double x);

    /// <summary>Wraps when it is stored in fewer bits.</summary>
    static virtual long Integer(long x) => (long)TSelf.Real(x);

    /// <summary>Without an own formula each lane goes through <see cref="Real"/>.</summary>
    static virtual V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct => Lanes.Map<TSelf, S, V>(x);
}

/// <summary>A test of one element; the vector is a mask.</summary>
internal interface IUnaryTest
{
    static abstract bool Real(double x);

    static abstract bool Integer(long x);

    static abstract V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct;
}

/// <summary>A function of two elements of one dtype; see <see cref="IUnaryFunction{TSelf}"/>.</summary>
internal interface IBinaryFunction<TSelf> where TSelf : struct, IBinaryFunction<TSelf>
{
    static abstract double Real(double a, double b);

    static virtual long Integer(long a, long b) => (long)TSelf.Real(a, b);

    static virtual V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct => Lanes.Map<TSelf, S, V>(a, b);
}

/// <summary>A test of two elements; the vector is a mask.</summary>
internal interface IBinaryTest
{
    static abstract bool Real(double a, double b);

    static abstract bool Integer(long a, long b);

    static abstract V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct;
}

/// <summary>Vectors computed one lane after the other, in double precision.</summary>
internal static class Lanes
{
    // Not inlined: the vector has an address here, which would keep the caller's out of registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static V Map<F, S, V>(V x) where F : struct, IUnaryFunction<F> where S : struct, ISimd<V> where V : struct
    {
        ref float lane = ref Unsafe.As<V, float>(ref x);
        for (int i = 0; i < S.Width; i++)
        {
            Unsafe.Add(ref lane, i) = (float)F.Real(Unsafe.Add(ref lane, i));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static V Map<F, S, V>(V a, V b) where F : struct, IBinaryFunction<F> where S : struct, ISimd<V> where V : struct
    {
        ref float left = ref Unsafe.As<V, float>(ref a);
        ref float right = ref Unsafe.As<V, float>(ref b);
        for (int i = 0; i < S.Width; i++)
        {
            Unsafe.Add(ref left, i) = (float)F.Real(Unsafe.Add(ref left, i), Unsafe.Add(ref right, i));
        }

        return a;
    }
}
