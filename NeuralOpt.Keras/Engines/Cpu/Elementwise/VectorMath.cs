using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Elementary functions of float32 vectors, right to 1 or 2 units in the last place, special values included.</summary>
/// <remarks>
/// Arguments are reduced to a small interval, where a polynomial (minimax in the relative error, fitted for this) takes over.
/// </remarks>
internal static class VectorMath
{
    private const float Log2E = 1.44269504f;

    // ln 2 in two parts: a small integer times the first is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        x = S.MaxNative(S.Broadcast(-104f), S.MinNative(S.Broadcast(89f), x));
        V n = S.Round(S.Mul(x, S.Broadcast(Log2E)));
        V r = S.Fma(n, S.Broadcast(-Ln2Low), S.Fma(n, S.Broadcast(-Ln2High), x));
        return Scale<S, V>(ExpNearZero<S, V>(r), S.ToInt32(n));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp2<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        x = S.MaxNative(S.Broadcast(-151f), S.MinNative(S.Broadcast(129f), x));
        V n = S.Round(x);
        V r = S.Mul(S.Sub(x, n), S.Broadcast(0.69314718f));
        return Scale<S, V>(ExpNearZero<S, V>(r), S.ToInt32(n));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Expm1<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        V c = S.MaxNative(S.Broadcast(-18f), S.MinNative(S.Broadcast(89f), x));
        V n = S.Round(S.Mul(c, S.Broadcast(Log2E)));
        V r = S.Fma(n, S.Broadcast(-Ln2Low), S.Fma(n, S.Broadcast(-Ln2High), c));
        V p = S.Broadcast(0.00019845886f);
        p = S.Fma(p, r, S.Broadcast(0.00139407197f));
        p = S.Fma(p, r, S.Broadcast(0.00833338965f));
        p = S.Fma(p, r, S.Broadcast(0.0416663587f));
        p = S.Fma(p, r, S.Broadcast(0.166666657f));
        p = S.Fma(p, r, S.Broadcast(0.5f));
        p = S.Fma(p, S.Mul(r, r), r);

        // Half of it, for 2^128 is no float.
        V half = Power2<S, V>(S.SubInt32(S.ToInt32(n), S.BroadcastInt32(1)));
        V y = S.Fma(half, p, S.Sub(half, S.Broadcast(0.5f)));
        y = S.Add(y, y);
        return S.Select(S.Equal(n, S.Zero), p, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        (V e, V f) = Split<S, V>(x);
        V y = S.Fma(e, S.Broadcast(Ln2Low), LogTail<S, V>(f));
        y = S.Fma(e, S.Broadcast(Ln2High), S.Add(f, y));
        return LogSpecial<S, V>(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log2<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        (V e, V f) = Split<S, V>(x);
        V log = S.Add(f, LogTail<S, V>(f));
        return LogSpecial<S, V>(x, S.Fma(log, S.Broadcast(1.44269502f), S.Fma(log, S.Broadcast(1.92596299e-8f), e)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log10<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        (V e, V f) = Split<S, V>(x);
        V log = S.Add(f, LogTail<S, V>(f));
        V y = S.Fma(log, S.Broadcast(0.434294492f), S.Mul(e, S.Broadcast(4.60503908e-6f)));
        return LogSpecial<S, V>(x, S.Fma(e, S.Broadcast(0.30102539f), y));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log1p<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        // What rounding 1 + x has lost comes back in first order.
        V u = S.Add(S.Broadcast(1f), x);
        V lost = S.Sub(x, S.Sub(u, S.Broadcast(1f)));
        V y = S.Add(Log<S, V>(u), S.Div(lost, u));
        V plain = S.And(S.LessThan(S.Zero, u), S.LessThan(u, S.Broadcast(float.PositiveInfinity)));
        return S.Select(plain, y, LogSpecial<S, V>(u, u));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sigmoid<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        V one = S.Broadcast(1f);
        V e = Exp<S, V>(S.Or(x, S.Broadcast(-0f)));
        return S.Div(S.Select(S.LessThan(x, S.Zero), e, one), S.Add(one, e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Softplus<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        V e = Exp<S, V>(S.Or(x, S.Broadcast(-0f)));
        V one = S.Broadcast(1f);
        V u = S.Add(one, e);
        V lost = S.Sub(e, S.Sub(u, one));
        (V k, V f) = Split<S, V>(u);
        V log = S.Fma(k, S.Broadcast(0.693147182f), S.Add(f, LogTail<S, V>(f)));
        return S.Add(S.MaxNative(S.Zero, x), S.Add(log, S.Div(lost, u)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tanh<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        V s = S.Mul(x, x);
        V p = S.Broadcast(0.00213090517f);
        p = S.Fma(p, s, S.Broadcast(-0.00816503633f));
        p = S.Fma(p, s, S.Broadcast(0.0216960721f));
        p = S.Fma(p, s, S.Broadcast(-0.0539459921f));
        p = S.Fma(p, s, S.Broadcast(0.133331999f));
        p = S.Fma(p, s, S.Broadcast(-0.333333313f));
        V near = S.Fma(S.Mul(p, s), x, x);

        V a = S.Abs(x);
        V one = S.Broadcast(1f);
        V far = S.Sub(one, S.Div(S.Broadcast(2f), S.Add(Exp<S, V>(S.Add(a, a)), one)));
        far = S.Or(far, S.And(x, S.Broadcast(-0f)));
        return S.Select(S.LessThan(a, S.Broadcast(0.625f)), near, far);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Erf<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        V s = S.Mul(x, x);
        V p = S.Broadcast(8.18508561e-5f);
        p = S.Fma(p, s, S.Broadcast(-0.000809770077f));
        p = S.Fma(p, s, S.Broadcast(0.0051969518f));
        p = S.Fma(p, s, S.Broadcast(-0.0268577058f));
        p = S.Fma(p, s, S.Broadcast(0.112836637f));
        p = S.Fma(p, s, S.Broadcast(-0.376126319f));
        p = S.Fma(p, s, S.Broadcast(0.128379166f));
        V near = S.Fma(p, x, x);

        // 1 - exp(-q(|x|)).
        V a = S.MinNative(S.Broadcast(4f), S.Abs(x));
        V q = S.Broadcast(1.91695599e-5f);
        q = S.Fma(q, a, S.Broadcast(-0.000409491651f));
        q = S.Fma(q, a, S.Broadcast(0.00403721398f));
        q = S.Fma(q, a, S.Broadcast(-0.0247349162f));
        q = S.Fma(q, a, S.Broadcast(0.107640348f));
        q = S.Fma(q, a, S.Broadcast(0.633964002f));
        q = S.Fma(q, a, S.Broadcast(1.12919497f));
        q = S.Fma(q, a, S.Broadcast(-0.00010574772f));
        V far = S.Sub(S.Broadcast(1f), Exp<S, V>(S.Negate(q)));
        far = S.Or(far, S.And(x, S.Broadcast(-0f)));
        return S.Select(S.LessThan(S.Abs(x), S.Broadcast(0.92f)), near, far);
    }

    /// <summary>Sine, or cosine for <paramref name="quarters"/> 1; only for |x| up to <see cref="LargestAngle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sin<S, V>(V x, int quarters) where S : struct, ISimd<V> where V : struct
    {
        V n = S.Round(S.Mul(x, S.Broadcast(0.636619772f)));

        // A quarter turn in parts of 12 bits: their products with n are exact, also where there is no fused multiply-add.
        V r = S.Fma(n, S.Broadcast(-1.5703125f), x);
        r = S.Fma(n, S.Broadcast(-0.0004837512969970703f), r);
        r = S.Fma(n, S.Broadcast(-7.549533620476723e-8f), r);
        r = S.Fma(n, S.Broadcast(-2.5633440682570896e-12f), r);
        V quadrant = S.AddInt32(S.ToInt32(n), S.BroadcastInt32(quarters));
        V s = S.Mul(r, r);

        V sin = S.Broadcast(2.71823728e-6f);
        sin = S.Fma(sin, s, S.Broadcast(-0.000198393274f));
        sin = S.Fma(sin, s, S.Broadcast(0.00833332911f));
        sin = S.Fma(sin, s, S.Broadcast(-0.166666672f));
        sin = S.Fma(S.Mul(sin, s), r, r);

        V cos = S.Broadcast(2.44377297e-5f);
        cos = S.Fma(cos, s, S.Broadcast(-0.00138873619f));
        cos = S.Fma(cos, s, S.Broadcast(0.0416666456f));
        cos = S.Fma(cos, s, S.Broadcast(-0.5f));
        cos = S.Fma(cos, s, S.Broadcast(1f));

        V odd = S.ShiftRightInt32(S.ShiftLeftInt32(quadrant, 31), 31);
        V sign = S.And(S.ShiftLeftInt32(quadrant, 30), S.Broadcast(-0f));
        return S.Xor(S.Select(odd, cos, sin), sign);
    }

    /// <summary>Beyond it the reduction by quarter turns loses digits.</summary>
    internal const float LargestAngle = 1000f;

    /// <summary>e to the power of r for |r| up to ln(2) / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpNearZero<S, V>(V r) where S : struct, ISimd<V> where V : struct
    {
        V p = S.Broadcast(0.00138144672f);
        p = S.Fma(p, r, S.Broadcast(0.00836878084f));
        p = S.Fma(p, r, S.Broadcast(0.0416683927f));
        p = S.Fma(p, r, S.Broadcast(0.166665196f));
        p = S.Fma(p, r, S.Broadcast(0.49999994f));
        return S.Add(S.Broadcast(1f), S.Fma(p, S.Mul(r, r), r));
    }

    /// <summary>y times 2 to the power of n, in two steps: the result may be denormal, or 2^128.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Scale<S, V>(V y, V n) where S : struct, ISimd<V> where V : struct
    {
        V half = S.ShiftRightInt32(n, 1);
        return S.Mul(S.Mul(y, Power2<S, V>(half)), Power2<S, V>(S.SubInt32(n, half)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Power2<S, V>(V n) where S : struct, ISimd<V> where V : struct
        => S.ShiftLeftInt32(S.AddInt32(n, S.BroadcastInt32(127)), 23);

    /// <summary>x = 2^e (1 + f) with 1 + f between sqrt(1/2) and sqrt(2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V E, V F) Split<S, V>(V x) where S : struct, ISimd<V> where V : struct
    {
        V denormal = S.LessThan(x, S.Broadcast(1.17549435e-38f));
        x = S.Select(denormal, S.Mul(x, S.Broadcast(8388608f)), x);
        V bits = S.SubInt32(x, S.BroadcastInt32(0x3F3504F3));
        V e = S.ShiftRightInt32(bits, 23);
        V f = S.Sub(S.SubInt32(x, S.ShiftLeftInt32(e, 23)), S.Broadcast(1f));
        return (S.Sub(S.FromInt32(e), S.And(denormal, S.Broadcast(23f))), f);
    }

    /// <summary>log(1 + f) - f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogTail<S, V>(V f) where S : struct, ISimd<V> where V : struct
    {
        V p = S.Broadcast(0.0674659237f);
        p = S.Fma(p, f, S.Broadcast(-0.116796471f));
        p = S.Fma(p, f, S.Broadcast(0.118903235f));
        p = S.Fma(p, f, S.Broadcast(-0.124051362f));
        p = S.Fma(p, f, S.Broadcast(0.142192245f));
        p = S.Fma(p, f, S.Broadcast(-0.16668007f));
        p = S.Fma(p, f, S.Broadcast(0.200021341f));
        p = S.Fma(p, f, S.Broadcast(-0.250000089f));
        p = S.Fma(p, f, S.Broadcast(0.333333135f));
        V s = S.Mul(f, f);
        return S.Fma(S.Mul(p, f), s, S.Mul(s, S.Broadcast(-0.5f)));
    }

    /// <summary>A logarithm's values outside the positive numbers: -inf at 0, NaN below, x itself for infinity and NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogSpecial<S, V>(V x, V y) where S : struct, ISimd<V> where V : struct
    {
        V plain = S.And(S.LessThan(S.Zero, x), S.LessThan(x, S.Broadcast(float.PositiveInfinity)));
        V special = S.Select(S.LessThan(x, S.Zero), S.Broadcast(float.NaN), S.Select(S.Equal(x, S.Zero), S.Broadcast(float.NegativeInfinity), x));
        return S.Select(plain, y, special);
    }
}
