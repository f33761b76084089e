using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>What a <see cref="VectorCastLoop{F, S, V}"/> reads: a register of floats from elements of another type.</summary>
internal unsafe interface IFloatSource
{
    static abstract V Load<S, V>(byte* x, nint at) where S : struct, ISimd<V> where V : struct;

    static abstract float One(byte* x, nint at);
}

/// <summary>Bytes, or bools, which are bytes 0 and 1.</summary>
internal readonly unsafe struct ByteSource : IFloatSource
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load<S, V>(byte* x, nint at) where S : struct, ISimd<V> where V : struct => S.FromInt32(S.LoadBytes(x + at));

    public static float One(byte* x, nint at) => x[at];
}

/// <summary>Integers of 32 bits.</summary>
internal readonly unsafe struct Int32Source : IFloatSource
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load<S, V>(byte* x, nint at) where S : struct, ISimd<V> where V : struct => S.FromInt32(S.Load((float*)x + at));

    public static float One(byte* x, nint at) => ((int*)x)[at];
}

/// <summary>Conversion to float32, a register at a time.</summary>
internal sealed unsafe class VectorCastLoop<F, S, V> : Loop where F : struct, IFloatSource where S : struct, ISimd<V> where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        float* to = (float*)y;
        byte* from = x[0];
        if (repeated != 0)
        {
            new Span<float>(to, (int)n).Fill(F.One(from, 0));
            return;
        }

        nint i = 0;
        for (; i <= n - S.Width; i += S.Width)
        {
            S.Store(to + i, F.Load<S, V>(from, i));
        }

        for (; i < n; i++)
        {
            to[i] = F.One(from, i);
        }
    }
}

/// <summary>Whether a float32 is other than 0: its conversion to bool.</summary>
internal readonly struct IsNonzeroFunction : IUnaryTest
{
    public static bool Real(double x) => x != 0;

    public static bool Integer(long x) => x != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Vector<S, V>(V x) where S : struct, ISimd<V> where V : struct
        => S.Xor(S.Equal(x, S.Zero), S.BroadcastInt32(-1));
}
