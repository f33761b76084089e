using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>a to the power of b; integers by repeated squaring, which a negative exponent has no integer for.</summary>
internal readonly struct PowerFunction : IBinaryFunction<PowerFunction>
{
    public static double Real(double a, double b) => Math.Pow(a, b);

    public static long Integer(long a, long b)
    {
        if (b < 0)
        {
            throw new KerasArgumentOutOfRangeException($"Power: integers must have exponents of at least 0; cast them to a floating-point dtype for others. Received: {a} to the power of {b}.");
        }

        long result = 1;
        for (; b > 0; b >>= 1, a *= a)
        {
            result = (b & 1) != 0 ? result * a : result;
        }

        return result;
    }

    // The exponents that formulas are written with are worth a look at the whole vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => All<S, V>(b, 2) ? S.Mul(a, a)
        : All<S, V>(b, 3) ? S.Mul(S.Mul(a, a), a)
        : All<S, V>(b, -1) ? S.Div(S.Broadcast(1f), a)
        : Lanes.Map<PowerFunction, S, V>(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool All<S, V>(V b, float value) where S : struct, ISimd<V> where V : struct
        => !S.Any(S.Xor(S.Equal(b, S.Broadcast(value)), S.BroadcastInt32(-1)));
}

/// <summary>The next number after a on the way to b.</summary>
internal readonly struct NextAfterFunction : IBinaryFunction<NextAfterFunction>
{
    public static double Real(double a, double b)
        => double.IsNaN(a) || double.IsNaN(b) ? double.NaN
        : a == b ? b
        : b > a ? Math.BitIncrement(a)
        : Math.BitDecrement(a);

    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct => Lanes.Map<Single, S, V>(a, b);

    // Neighbours are those of the dtype, so float32 has its own.
    private readonly struct Single : IBinaryFunction<Single>
    {
        public static double Real(double a, double b)
            => double.IsNaN(a) || double.IsNaN(b) ? double.NaN
            : a == b ? b
            : b > a ? MathF.BitIncrement((float)a)
            : MathF.BitDecrement((float)a);
    }
}
