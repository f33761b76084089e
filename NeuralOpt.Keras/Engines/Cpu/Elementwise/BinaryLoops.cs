using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A function of two float32, a register at a time.</summary>
internal sealed unsafe class VectorBinaryLoop<F, S, V> : Loop
    where F : struct, IBinaryFunction<F> where S : struct, ISimd<V> where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        float* a = (float*)x[0];
        float* b = (float*)x[1];
        float* to = (float*)y;
        switch (repeated)
        {
            case 0:
                for (; n >= 2 * S.Width; n -= 2 * S.Width, a += 2 * S.Width, b += 2 * S.Width, to += 2 * S.Width)
                {
                    V first = F.Vector<S, V>(S.Load(a), S.Load(b));
                    V second = F.Vector<S, V>(S.Load(a + S.Width), S.Load(b + S.Width));
                    S.Store(to, first);
                    S.Store(to + S.Width, second);
                }

                for (; n > 0; n -= S.Width, a += S.Width, b += S.Width, to += S.Width)
                {
                    int count = (int)Math.Min(n, S.Width);
                    S.StorePartial(to, F.Vector<S, V>(S.LoadPartial(a, count), S.LoadPartial(b, count)), count);
                }

                break;
            case 1:
                V left = S.Broadcast(*a);
                for (; n >= S.Width; n -= S.Width, b += S.Width, to += S.Width)
                {
                    S.Store(to, F.Vector<S, V>(left, S.Load(b)));
                }

                if (n > 0)
                {
                    S.StorePartial(to, F.Vector<S, V>(left, S.LoadPartial(b, (int)n)), (int)n);
                }

                break;
            case 2:
                V right = S.Broadcast(*b);
                for (; n >= S.Width; n -= S.Width, a += S.Width, to += S.Width)
                {
                    S.Store(to, F.Vector<S, V>(S.Load(a), right));
                }

                if (n > 0)
                {
                    S.StorePartial(to, F.Vector<S, V>(S.LoadPartial(a, (int)n), right), (int)n);
                }

                break;
            default:
                V value = F.Vector<S, V>(S.Broadcast(*a), S.Broadcast(*b));
                for (; n > 0; n -= S.Width, to += S.Width)
                {
                    S.StorePartial(to, value, (int)Math.Min(n, S.Width));
                }

                break;
        }
    }
}

/// <summary>A test of two float32, a register at a time; bytes 0 and 1 come out.</summary>
internal sealed unsafe class VectorBinaryTestLoop<F, S, V> : Loop
    where F : struct, IBinaryTest where S : struct, ISimd<V> where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        float* a = (float*)x[0];
        float* b = (float*)x[1];
        V one = S.BroadcastInt32(1);
        nint i = 0;
        switch (repeated)
        {
            case 0:
                for (; i <= n - S.Width; i += S.Width)
                {
                    S.StoreBytes(y + i, S.And(F.Vector<S, V>(S.Load(a + i), S.Load(b + i)), one));
                }

                break;
            case 1:
                V left = S.Broadcast(*a);
                for (; i <= n - S.Width; i += S.Width)
                {
                    S.StoreBytes(y + i, S.And(F.Vector<S, V>(left, S.Load(b + i)), one));
                }

                break;
            case 2:
                V right = S.Broadcast(*b);
                for (; i <= n - S.Width; i += S.Width)
                {
                    S.StoreBytes(y + i, S.And(F.Vector<S, V>(S.Load(a + i), right), one));
                }

                break;
        }

        nint stepA = (repeated & 1) == 0 ? 1 : 0;
        nint stepB = (repeated & 2) == 0 ? 1 : 0;
        for (; i < n; i++)
        {
            y[i] = F.Real(a[i * stepA], b[i * stepB]) ? (byte)1 : (byte)0;
        }
    }
}

/// <summary>A function of two floats of any dtype, in double precision.</summary>
internal sealed unsafe class RealBinaryLoop<F, T> : Loop where F : struct, IBinaryFunction<F> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        T* a = (T*)x[0];
        T* b = (T*)x[1];
        nint stepA = (repeated & 1) == 0 ? 1 : 0;
        nint stepB = (repeated & 2) == 0 ? 1 : 0;
        for (nint i = 0; i < n; i++)
        {
            ((T*)y)[i] = Element.FromDouble<T>(F.Real(Element.ToDouble(a[i * stepA]), Element.ToDouble(b[i * stepB])));
        }
    }
}

/// <summary>A function of two integers or bools, in 64 bits.</summary>
internal sealed unsafe class IntegerBinaryLoop<F, T> : Loop where F : struct, IBinaryFunction<F> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        T* a = (T*)x[0];
        T* b = (T*)x[1];
        nint stepA = (repeated & 1) == 0 ? 1 : 0;
        nint stepB = (repeated & 2) == 0 ? 1 : 0;
        for (nint i = 0; i < n; i++)
        {
            ((T*)y)[i] = Element.FromLong<T>(F.Integer(Element.ToLong(a[i * stepA]), Element.ToLong(b[i * stepB])));
        }
    }
}

/// <summary>A test of two elements of any dtype.</summary>
internal sealed unsafe class BinaryTestLoop<F, T> : Loop where F : struct, IBinaryTest where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        T* a = (T*)x[0];
        T* b = (T*)x[1];
        nint stepA = (repeated & 1) == 0 ? 1 : 0;
        nint stepB = (repeated & 2) == 0 ? 1 : 0;
        for (nint i = 0; i < n; i++)
        {
            T left = a[i * stepA];
            T right = b[i * stepB];
            bool result = typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half)
                ? F.Real(Element.ToDouble(left), Element.ToDouble(right))
                : F.Integer(Element.ToLong(left), Element.ToLong(right));
            y[i] = result ? (byte)1 : (byte)0;
        }
    }
}
