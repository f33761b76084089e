using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Choice between two elements of one size by a bool.</summary>
internal sealed unsafe class SelectLoop<T> : Loop where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        T* a = (T*)x[1];
        T* b = (T*)x[2];
        nint step = (repeated & 1) == 0 ? 1 : 0;
        nint stepA = (repeated & 2) == 0 ? 1 : 0;
        nint stepB = (repeated & 4) == 0 ? 1 : 0;
        for (nint i = 0; i < n; i++)
        {
            T yes = a[i * stepA];
            T no = b[i * stepB];
            ((T*)y)[i] = x[0][i * step] != 0 ? yes : no;
        }
    }
}

/// <summary>Choice between two float32, a register at a time.</summary>
internal sealed unsafe class VectorSelectLoop<S, V> : Loop where S : struct, ISimd<V> where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        byte* condition = x[0];
        float* a = (float*)x[1];
        float* b = (float*)x[2];
        float* to = (float*)y;
        nint step = (repeated & 1) == 0 ? 1 : 0;
        nint stepA = (repeated & 2) == 0 ? 1 : 0;
        nint stepB = (repeated & 4) == 0 ? 1 : 0;
        nint i = 0;
        if (step == 1)
        {
            V yes = S.Broadcast(*a);
            V no = S.Broadcast(*b);
            for (; i <= n - S.Width; i += S.Width)
            {
                V mask = S.SubInt32(S.Zero, S.LoadBytes(condition + i));
                S.Store(to + i, S.Select(mask, stepA == 1 ? S.Load(a + i) : yes, stepB == 1 ? S.Load(b + i) : no));
            }
        }

        for (; i < n; i++)
        {
            float yes = a[i * stepA];
            float no = b[i * stepB];
            to[i] = condition[i * step] != 0 ? yes : no;
        }
    }
}

/// <summary>Conversion between any two dtypes.</summary>
internal sealed unsafe class CastLoop<TFrom, TTo> : Loop where TFrom : unmanaged where TTo : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        TFrom* a = (TFrom*)x[0];
        nint step = 1 - repeated;
        for (nint i = 0; i < n; i++)
        {
            TFrom value = a[i * step];
            ((TTo*)y)[i] = typeof(TFrom) == typeof(float) || typeof(TFrom) == typeof(double) || typeof(TFrom) == typeof(Half)
                ? Element.FromDouble<TTo>(Element.ToDouble(value))
                : Element.FromLong<TTo>(Element.ToLong(value));
        }
    }
}

/// <summary>The same elements elsewhere.</summary>
internal sealed unsafe class CopyLoop<T> : Loop where T : unmanaged
{
    internal override void Run(byte** x, int repeated, byte* y, nint n)
    {
        if (repeated != 0)
        {
            new Span<T>(y, (int)n).Fill(*(T*)x[0]);
        }
        else if (x[0] != y)
        {
            System.Buffer.MemoryCopy(x[0], y, n * sizeof(T), n * sizeof(T));
        }
    }
}
