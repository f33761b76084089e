using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The quotient rounded down; 0 for an integer divisor of 0.</summary>
internal readonly struct FloorDivideFunction : IBinaryFunction<FloorDivideFunction>
{
    public static double Real(double a, double b) => Math.Floor(a / b);

    public static long Integer(long a, long b)
    {
        if (b is 0 or -1)
        {
            return b * a;
        }

        long quotient = a / b;
        return (a % b != 0) && ((a < 0) != (b < 0)) ? quotient - 1 : quotient;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V a, V b) where S : struct, ISimd<V> where V : struct
        => S.Floor(S.Div(a, b));
}

/// <summary>The remainder with the divisor's sign, as Python's; 0 for an integer divisor of 0.</summary>
internal readonly struct ModuloFunction : IBinaryFunction<ModuloFunction>
{
    public static double Real(double a, double b)
    {
        double rest = a % b;
        return rest != 0 && (b < 0) != (rest < 0) ? rest + b : rest;
    }

    public static long Integer(long a, long b)
    {
        if (b is 0 or -1)
        {
            return 0;
        }

        long rest = a % b;
        return rest != 0 && (b < 0) != (rest < 0) ? rest + b : rest;
    }
}

/// <summary>The remainder with the dividend's sign, as C's; 0 for an integer divisor of 0.</summary>
internal readonly struct TruncatedModuloFunction : IBinaryFunction<TruncatedModuloFunction>
{
    public static double Real(double a, double b) => a % b;

    public static long Integer(long a, long b) => b is 0 or -1 ? 0 : a % b;
}
