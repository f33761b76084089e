using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A function of float32, a register at a time.</summary>
internal sealed unsafe class VectorUnaryLoop<F, S, V> : Loop
    where F : struct, IUnaryFunction<F> where S : struct, ISimd<V> where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        float* a = (float*)x[0];
        float* to = (float*)y;
        if (repeated != 0)
        {
            V value = F.Vector<S, V>(S.Broadcast(*a));
            for (; n > 0; n -= S.Width, to += S.Width)
            {
                S.StorePartial(to, value, (int)Math.Min(n, S.Width));
            }

            return;
        }

        for (; n >= 2 * S.Width; n -= 2 * S.Width, a += 2 * S.Width, to += 2 * S.Width)
        {
            V first = F.Vector<S, V>(S.Load(a));
            V second = F.Vector<S, V>(S.Load(a + S.Width));
            S.Store(to, first);
            S.Store(to + S.Width, second);
        }

        for (; n > 0; n -= S.Width, a += S.Width, to += S.Width)
        {
            int count = (int)Math.Min(n, S.Width);
            S.StorePartial(to, F.Vector<S, V>(S.LoadPartial(a, count)), count);
        }
    }
}

/// <summary>A test of float32, a register at a time; bytes 0 and 1 come out.</summary>
internal sealed unsafe class VectorUnaryTestLoop<F, S, V> : Loop
    where F : struct, IUnaryTest where S : struct, ISimd<V> where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        float* a = (float*)x[0];
        if (repeated != 0)
        {
            Unsafe.InitBlockUnaligned(y, F.Real(*a) ? (byte)1 : (byte)0, (uint)n);
            return;
        }

        V one = S.BroadcastInt32(1);
        for (; n >= S.Width; n -= S.Width, a += S.Width, y += S.Width)
        {
            S.StoreBytes(y, S.And(F.Vector<S, V>(S.Load(a)), one));
        }

        for (; n > 0; n--, a++, y++)
        {
            *y = F.Real(*a) ? (byte)1 : (byte)0;
        }
    }
}

/// <summary>A function of any float, in double precision.</summary>
internal sealed unsafe class RealUnaryLoop<F, T> : Loop where F : struct, IUnaryFunction<F> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        T* a = (T*)x[0];
        nint step = 1 - repeated;
        for (nint i = 0; i < n; i++)
        {
            ((T*)y)[i] = Element.FromDouble<T>(F.Real(Element.ToDouble(a[i * step])));
        }
    }
}

/// <summary>A function of any integer or bool, in 64 bits.</summary>
internal sealed unsafe class IntegerUnaryLoop<F, T> : Loop where F : struct, IUnaryFunction<F> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        T* a = (T*)x[0];
        nint step = 1 - repeated;
        for (nint i = 0; i < n; i++)
        {
            ((T*)y)[i] = Element.FromLong<T>(F.Integer(Element.ToLong(a[i * step])));
        }
    }
}

/// <summary>A test of any dtype.</summary>
internal sealed unsafe class UnaryTestLoop<F, T> : Loop where F : struct, IUnaryTest where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        T* a = (T*)x[0];
        nint step = 1 - repeated;
        for (nint i = 0; i < n; i++)
        {
            T value = a[i * step];
            bool result = typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half)
                ? F.Real(Element.ToDouble(value))
                : F.Integer(Element.ToLong(value));
            y[i] = result ? (byte)1 : (byte)0;
        }
    }
}
