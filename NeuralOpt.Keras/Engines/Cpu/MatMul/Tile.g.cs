// Written by TileWriter of the tests. Accumulators are named locals because the JIT keeps only those in registers.
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Register tiles, the innermost loops of matrix products and convolutions.</summary>
internal static unsafe partial class Tile<S, V>
    where S : struct, ISimd<V>
    where V : struct
{
    /// <summary>A tile of 1 to 14 rows and 1 or 2 vectors, A as it lies in memory: a row's steps are neighbours, rows <see cref="TileCall.AStride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Rows(int rows, int vectors, TileCall* call)
    {
        switch (2 * rows + vectors)
        {
            case 3:
                Rows1x1(call);
                break;
            case 4:
                Rows1x2(call);
                break;
            case 5:
                Rows2x1(call);
                break;
            case 6:
                Rows2x2(call);
                break;
            case 7:
                Rows3x1(call);
                break;
            case 8:
                Rows3x2(call);
                break;
            case 9:
                Rows4x1(call);
                break;
            case 10:
                Rows4x2(call);
                break;
            case 11:
                Rows5x1(call);
                break;
            case 12:
                Rows5x2(call);
                break;
            case 13:
                Rows6x1(call);
                break;
            case 14:
                Rows6x2(call);
                break;
            case 15:
                Rows7x1(call);
                break;
            case 16:
                Rows7x2(call);
                break;
            case 17:
                Rows8x1(call);
                break;
            case 18:
                Rows8x2(call);
                break;
            case 19:
                Rows9x1(call);
                break;
            case 20:
                Rows9x2(call);
                break;
            case 21:
                Rows10x1(call);
                break;
            case 22:
                Rows10x2(call);
                break;
            case 23:
                Rows11x1(call);
                break;
            case 24:
                Rows11x2(call);
                break;
            case 25:
                Rows12x1(call);
                break;
            case 26:
                Rows12x2(call);
                break;
            case 27:
                Rows13x1(call);
                break;
            case 28:
                Rows13x2(call);
                break;
            case 29:
                Rows14x1(call);
                break;
            case 30:
                Rows14x2(call);
                break;
        }
    }

    /// <summary>A tile of 1 to 14 rows and 1 or 2 vectors, A packed by columns: a step's rows are neighbours, steps <see cref="TileCall.AStride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Columns(int rows, int vectors, TileCall* call)
    {
        switch (2 * rows + vectors)
        {
            case 3:
                Columns1x1(call);
                break;
            case 4:
                Columns1x2(call);
                break;
            case 5:
                Columns2x1(call);
                break;
            case 6:
                Columns2x2(call);
                break;
            case 7:
                Columns3x1(call);
                break;
            case 8:
                Columns3x2(call);
                break;
            case 9:
                Columns4x1(call);
                break;
            case 10:
                Columns4x2(call);
                break;
            case 11:
                Columns5x1(call);
                break;
            case 12:
                Columns5x2(call);
                break;
            case 13:
                Columns6x1(call);
                break;
            case 14:
                Columns6x2(call);
                break;
            case 15:
                Columns7x1(call);
                break;
            case 16:
                Columns7x2(call);
                break;
            case 17:
                Columns8x1(call);
                break;
            case 18:
                Columns8x2(call);
                break;
            case 19:
                Columns9x1(call);
                break;
            case 20:
                Columns9x2(call);
                break;
            case 21:
                Columns10x1(call);
                break;
            case 22:
                Columns10x2(call);
                break;
            case 23:
                Columns11x1(call);
                break;
            case 24:
                Columns11x2(call);
                break;
            case 25:
                Columns12x1(call);
                break;
            case 26:
                Columns12x2(call);
                break;
            case 27:
                Columns13x1(call);
                break;
            case 28:
                Columns13x2(call);
                break;
            case 29:
                Columns14x1(call);
                break;
            case 30:
                Columns14x2(call);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows1x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                a0++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
        }

        float* to = call->C;
        S.Store(to, c0x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows1x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                a0++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows2x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                a0++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows2x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                a0++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows3x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                a0++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows3x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                a0++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows4x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                a0++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows4x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                a0++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows5x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                a0++;
                a1++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows5x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                a0++;
                a1++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows6x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x);
                a0++;
                a1++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows6x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                a0++;
                a1++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows7x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x);
                a0++;
                a1++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows7x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                a0++;
                a1++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows8x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x);
                a0++;
                a1++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows8x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                a0++;
                a1++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows9x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x);
                a0++;
                a1++;
                a2++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows9x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                a0++;
                a1++;
                a2++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows10x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x);
                a0++;
                a1++;
                a2++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows10x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                a0++;
                a1++;
                a2++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows11x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        V c10x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x);
                t = S.LoadBroadcast(a2 + stride2); c10x = S.Fma(t, b0, c10x);
                a0++;
                a1++;
                a2++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
            c10x = S.MaxNative(S.Zero, c10x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x); to += call->CStride;
        S.Store(to, c10x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows11x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        V c10x = bias0, c10y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); c10y = S.Add(c10y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                t = S.LoadBroadcast(a2 + stride2); c10x = S.Fma(t, b0, c10x); c10y = S.Fma(t, b1, c10y);
                a0++;
                a1++;
                a2++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
            c10x = S.MaxNative(S.Zero, c10x); c10y = S.MaxNative(S.Zero, c10y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y); to += call->CStride;
        S.Store(to, c10x); S.Store(to + S.Width, c10y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows12x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        V c10x = bias0;
        V c11x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x);
                t = S.LoadBroadcast(a2 + stride2); c10x = S.Fma(t, b0, c10x);
                t = S.LoadBroadcast(a2 + stride3); c11x = S.Fma(t, b0, c11x);
                a0++;
                a1++;
                a2++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
            c10x = S.MaxNative(S.Zero, c10x);
            c11x = S.MaxNative(S.Zero, c11x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x); to += call->CStride;
        S.Store(to, c10x); to += call->CStride;
        S.Store(to, c11x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows12x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        V c10x = bias0, c10y = bias1;
        V c11x = bias0, c11y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); c10y = S.Add(c10y, S.Load(from + S.Width)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); c11y = S.Add(c11y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                t = S.LoadBroadcast(a2 + stride2); c10x = S.Fma(t, b0, c10x); c10y = S.Fma(t, b1, c10y);
                t = S.LoadBroadcast(a2 + stride3); c11x = S.Fma(t, b0, c11x); c11y = S.Fma(t, b1, c11y);
                a0++;
                a1++;
                a2++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
            c10x = S.MaxNative(S.Zero, c10x); c10y = S.MaxNative(S.Zero, c10y);
            c11x = S.MaxNative(S.Zero, c11x); c11y = S.MaxNative(S.Zero, c11y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y); to += call->CStride;
        S.Store(to, c10x); S.Store(to + S.Width, c10y); to += call->CStride;
        S.Store(to, c11x); S.Store(to + S.Width, c11y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows13x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        V c10x = bias0;
        V c11x = bias0;
        V c12x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); from += call->CStride;
            c12x = S.Add(c12x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* a3 = a2 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x);
                t = S.LoadBroadcast(a2 + stride2); c10x = S.Fma(t, b0, c10x);
                t = S.LoadBroadcast(a2 + stride3); c11x = S.Fma(t, b0, c11x);
                t = S.LoadBroadcast(a3); c12x = S.Fma(t, b0, c12x);
                a0++;
                a1++;
                a2++;
                a3++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
            c10x = S.MaxNative(S.Zero, c10x);
            c11x = S.MaxNative(S.Zero, c11x);
            c12x = S.MaxNative(S.Zero, c12x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x); to += call->CStride;
        S.Store(to, c10x); to += call->CStride;
        S.Store(to, c11x); to += call->CStride;
        S.Store(to, c12x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows13x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        V c10x = bias0, c10y = bias1;
        V c11x = bias0, c11y = bias1;
        V c12x = bias0, c12y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); c10y = S.Add(c10y, S.Load(from + S.Width)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); c11y = S.Add(c11y, S.Load(from + S.Width)); from += call->CStride;
            c12x = S.Add(c12x, S.Load(from)); c12y = S.Add(c12y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* a3 = a2 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                t = S.LoadBroadcast(a2 + stride2); c10x = S.Fma(t, b0, c10x); c10y = S.Fma(t, b1, c10y);
                t = S.LoadBroadcast(a2 + stride3); c11x = S.Fma(t, b0, c11x); c11y = S.Fma(t, b1, c11y);
                t = S.LoadBroadcast(a3); c12x = S.Fma(t, b0, c12x); c12y = S.Fma(t, b1, c12y);
                a0++;
                a1++;
                a2++;
                a3++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
            c10x = S.MaxNative(S.Zero, c10x); c10y = S.MaxNative(S.Zero, c10y);
            c11x = S.MaxNative(S.Zero, c11x); c11y = S.MaxNative(S.Zero, c11y);
            c12x = S.MaxNative(S.Zero, c12x); c12y = S.MaxNative(S.Zero, c12y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y); to += call->CStride;
        S.Store(to, c10x); S.Store(to + S.Width, c10y); to += call->CStride;
        S.Store(to, c11x); S.Store(to + S.Width, c11y); to += call->CStride;
        S.Store(to, c12x); S.Store(to + S.Width, c12y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows14x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        V c10x = bias0;
        V c11x = bias0;
        V c12x = bias0;
        V c13x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); from += call->CStride;
            c12x = S.Add(c12x, S.Load(from)); from += call->CStride;
            c13x = S.Add(c13x, S.Load(from));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* a3 = a2 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x);
                t = S.LoadBroadcast(a2 + stride2); c10x = S.Fma(t, b0, c10x);
                t = S.LoadBroadcast(a2 + stride3); c11x = S.Fma(t, b0, c11x);
                t = S.LoadBroadcast(a3); c12x = S.Fma(t, b0, c12x);
                t = S.LoadBroadcast(a3 + stride); c13x = S.Fma(t, b0, c13x);
                a0++;
                a1++;
                a2++;
                a3++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
            c10x = S.MaxNative(S.Zero, c10x);
            c11x = S.MaxNative(S.Zero, c11x);
            c12x = S.MaxNative(S.Zero, c12x);
            c13x = S.MaxNative(S.Zero, c13x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x); to += call->CStride;
        S.Store(to, c10x); to += call->CStride;
        S.Store(to, c11x); to += call->CStride;
        S.Store(to, c12x); to += call->CStride;
        S.Store(to, c13x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows14x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        V c10x = bias0, c10y = bias1;
        V c11x = bias0, c11y = bias1;
        V c12x = bias0, c12y = bias1;
        V c13x = bias0, c13y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); c10y = S.Add(c10y, S.Load(from + S.Width)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); c11y = S.Add(c11y, S.Load(from + S.Width)); from += call->CStride;
            c12x = S.Add(c12x, S.Load(from)); c12y = S.Add(c12y, S.Load(from + S.Width)); from += call->CStride;
            c13x = S.Add(c13x, S.Load(from)); c13y = S.Add(c13y, S.Load(from + S.Width));
        }

        nint* offsets = call->Offsets;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        nint stride2 = 2 * stride, stride3 = 3 * stride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = call->A + offsets[0];
            float* a1 = a0 + 4 * stride;
            float* a2 = a1 + 4 * stride;
            float* a3 = a2 + 4 * stride;
            float* q = call->B + offsets[1];
            float* end = a0 + length;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + stride); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + stride2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + stride3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a1); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a1 + stride); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a1 + stride2); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a1 + stride3); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a2); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a2 + stride); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                t = S.LoadBroadcast(a2 + stride2); c10x = S.Fma(t, b0, c10x); c10y = S.Fma(t, b1, c10y);
                t = S.LoadBroadcast(a2 + stride3); c11x = S.Fma(t, b0, c11x); c11y = S.Fma(t, b1, c11y);
                t = S.LoadBroadcast(a3); c12x = S.Fma(t, b0, c12x); c12y = S.Fma(t, b1, c12y);
                t = S.LoadBroadcast(a3 + stride); c13x = S.Fma(t, b0, c13x); c13y = S.Fma(t, b1, c13y);
                a0++;
                a1++;
                a2++;
                a3++;
                q += step;
            }

            offsets += 2;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
            c10x = S.MaxNative(S.Zero, c10x); c10y = S.MaxNative(S.Zero, c10y);
            c11x = S.MaxNative(S.Zero, c11x); c11y = S.MaxNative(S.Zero, c11y);
            c12x = S.MaxNative(S.Zero, c12x); c12y = S.MaxNative(S.Zero, c12y);
            c13x = S.MaxNative(S.Zero, c13x); c13y = S.MaxNative(S.Zero, c13y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y); to += call->CStride;
        S.Store(to, c10x); S.Store(to + S.Width, c10y); to += call->CStride;
        S.Store(to, c11x); S.Store(to + S.Width, c11y); to += call->CStride;
        S.Store(to, c12x); S.Store(to + S.Width, c12y); to += call->CStride;
        S.Store(to, c13x); S.Store(to + S.Width, c13y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns1x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
        }

        float* to = call->C;
        S.Store(to, c0x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns1x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns2x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns2x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns3x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns3x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns4x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns4x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns5x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns5x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns6x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns6x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns7x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns7x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns8x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns8x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns9x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns9x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns10x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns10x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns11x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        V c10x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x);
                t = S.LoadBroadcast(a0 + 10); c10x = S.Fma(t, b0, c10x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
            c10x = S.MaxNative(S.Zero, c10x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x); to += call->CStride;
        S.Store(to, c10x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns11x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        V c10x = bias0, c10y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); c10y = S.Add(c10y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                t = S.LoadBroadcast(a0 + 10); c10x = S.Fma(t, b0, c10x); c10y = S.Fma(t, b1, c10y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
            c10x = S.MaxNative(S.Zero, c10x); c10y = S.MaxNative(S.Zero, c10y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y); to += call->CStride;
        S.Store(to, c10x); S.Store(to + S.Width, c10y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns12x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        V c10x = bias0;
        V c11x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x);
                t = S.LoadBroadcast(a0 + 10); c10x = S.Fma(t, b0, c10x);
                t = S.LoadBroadcast(a0 + 11); c11x = S.Fma(t, b0, c11x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
            c10x = S.MaxNative(S.Zero, c10x);
            c11x = S.MaxNative(S.Zero, c11x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x); to += call->CStride;
        S.Store(to, c10x); to += call->CStride;
        S.Store(to, c11x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns12x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        V c10x = bias0, c10y = bias1;
        V c11x = bias0, c11y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); c10y = S.Add(c10y, S.Load(from + S.Width)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); c11y = S.Add(c11y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                t = S.LoadBroadcast(a0 + 10); c10x = S.Fma(t, b0, c10x); c10y = S.Fma(t, b1, c10y);
                t = S.LoadBroadcast(a0 + 11); c11x = S.Fma(t, b0, c11x); c11y = S.Fma(t, b1, c11y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
            c10x = S.MaxNative(S.Zero, c10x); c10y = S.MaxNative(S.Zero, c10y);
            c11x = S.MaxNative(S.Zero, c11x); c11y = S.MaxNative(S.Zero, c11y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y); to += call->CStride;
        S.Store(to, c10x); S.Store(to + S.Width, c10y); to += call->CStride;
        S.Store(to, c11x); S.Store(to + S.Width, c11y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns13x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        V c10x = bias0;
        V c11x = bias0;
        V c12x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); from += call->CStride;
            c12x = S.Add(c12x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x);
                t = S.LoadBroadcast(a0 + 10); c10x = S.Fma(t, b0, c10x);
                t = S.LoadBroadcast(a0 + 11); c11x = S.Fma(t, b0, c11x);
                t = S.LoadBroadcast(a0 + 12); c12x = S.Fma(t, b0, c12x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
            c10x = S.MaxNative(S.Zero, c10x);
            c11x = S.MaxNative(S.Zero, c11x);
            c12x = S.MaxNative(S.Zero, c12x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x); to += call->CStride;
        S.Store(to, c10x); to += call->CStride;
        S.Store(to, c11x); to += call->CStride;
        S.Store(to, c12x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns13x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        V c10x = bias0, c10y = bias1;
        V c11x = bias0, c11y = bias1;
        V c12x = bias0, c12y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); c10y = S.Add(c10y, S.Load(from + S.Width)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); c11y = S.Add(c11y, S.Load(from + S.Width)); from += call->CStride;
            c12x = S.Add(c12x, S.Load(from)); c12y = S.Add(c12y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                t = S.LoadBroadcast(a0 + 10); c10x = S.Fma(t, b0, c10x); c10y = S.Fma(t, b1, c10y);
                t = S.LoadBroadcast(a0 + 11); c11x = S.Fma(t, b0, c11x); c11y = S.Fma(t, b1, c11y);
                t = S.LoadBroadcast(a0 + 12); c12x = S.Fma(t, b0, c12x); c12y = S.Fma(t, b1, c12y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
            c10x = S.MaxNative(S.Zero, c10x); c10y = S.MaxNative(S.Zero, c10y);
            c11x = S.MaxNative(S.Zero, c11x); c11y = S.MaxNative(S.Zero, c11y);
            c12x = S.MaxNative(S.Zero, c12x); c12y = S.MaxNative(S.Zero, c12y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y); to += call->CStride;
        S.Store(to, c10x); S.Store(to + S.Width, c10y); to += call->CStride;
        S.Store(to, c11x); S.Store(to + S.Width, c11y); to += call->CStride;
        S.Store(to, c12x); S.Store(to + S.Width, c12y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns14x1(TileCall* call)
    {
        V bias0 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
        }

        V c0x = bias0;
        V c1x = bias0;
        V c2x = bias0;
        V c3x = bias0;
        V c4x = bias0;
        V c5x = bias0;
        V c6x = bias0;
        V c7x = bias0;
        V c8x = bias0;
        V c9x = bias0;
        V c10x = bias0;
        V c11x = bias0;
        V c12x = bias0;
        V c13x = bias0;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); from += call->CStride;
            c12x = S.Add(c12x, S.Load(from)); from += call->CStride;
            c13x = S.Add(c13x, S.Load(from));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x);
                t = S.LoadBroadcast(a0 + 10); c10x = S.Fma(t, b0, c10x);
                t = S.LoadBroadcast(a0 + 11); c11x = S.Fma(t, b0, c11x);
                t = S.LoadBroadcast(a0 + 12); c12x = S.Fma(t, b0, c12x);
                t = S.LoadBroadcast(a0 + 13); c13x = S.Fma(t, b0, c13x);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x);
            c1x = S.MaxNative(S.Zero, c1x);
            c2x = S.MaxNative(S.Zero, c2x);
            c3x = S.MaxNative(S.Zero, c3x);
            c4x = S.MaxNative(S.Zero, c4x);
            c5x = S.MaxNative(S.Zero, c5x);
            c6x = S.MaxNative(S.Zero, c6x);
            c7x = S.MaxNative(S.Zero, c7x);
            c8x = S.MaxNative(S.Zero, c8x);
            c9x = S.MaxNative(S.Zero, c9x);
            c10x = S.MaxNative(S.Zero, c10x);
            c11x = S.MaxNative(S.Zero, c11x);
            c12x = S.MaxNative(S.Zero, c12x);
            c13x = S.MaxNative(S.Zero, c13x);
        }

        float* to = call->C;
        S.Store(to, c0x); to += call->CStride;
        S.Store(to, c1x); to += call->CStride;
        S.Store(to, c2x); to += call->CStride;
        S.Store(to, c3x); to += call->CStride;
        S.Store(to, c4x); to += call->CStride;
        S.Store(to, c5x); to += call->CStride;
        S.Store(to, c6x); to += call->CStride;
        S.Store(to, c7x); to += call->CStride;
        S.Store(to, c8x); to += call->CStride;
        S.Store(to, c9x); to += call->CStride;
        S.Store(to, c10x); to += call->CStride;
        S.Store(to, c11x); to += call->CStride;
        S.Store(to, c12x); to += call->CStride;
        S.Store(to, c13x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns14x2(TileCall* call)
    {
        V bias0 = S.Zero, bias1 = S.Zero;
        if (call->Bias is not null)
        {
            bias0 = S.Load(call->Bias);
            bias1 = S.Load(call->Bias + S.Width);
        }

        V c0x = bias0, c0y = bias1;
        V c1x = bias0, c1y = bias1;
        V c2x = bias0, c2y = bias1;
        V c3x = bias0, c3y = bias1;
        V c4x = bias0, c4y = bias1;
        V c5x = bias0, c5y = bias1;
        V c6x = bias0, c6y = bias1;
        V c7x = bias0, c7y = bias1;
        V c8x = bias0, c8y = bias1;
        V c9x = bias0, c9y = bias1;
        V c10x = bias0, c10y = bias1;
        V c11x = bias0, c11y = bias1;
        V c12x = bias0, c12y = bias1;
        V c13x = bias0, c13y = bias1;
        if (call->Accumulate)
        {
            float* from = call->C;
            c0x = S.Add(c0x, S.Load(from)); c0y = S.Add(c0y, S.Load(from + S.Width)); from += call->CStride;
            c1x = S.Add(c1x, S.Load(from)); c1y = S.Add(c1y, S.Load(from + S.Width)); from += call->CStride;
            c2x = S.Add(c2x, S.Load(from)); c2y = S.Add(c2y, S.Load(from + S.Width)); from += call->CStride;
            c3x = S.Add(c3x, S.Load(from)); c3y = S.Add(c3y, S.Load(from + S.Width)); from += call->CStride;
            c4x = S.Add(c4x, S.Load(from)); c4y = S.Add(c4y, S.Load(from + S.Width)); from += call->CStride;
            c5x = S.Add(c5x, S.Load(from)); c5y = S.Add(c5y, S.Load(from + S.Width)); from += call->CStride;
            c6x = S.Add(c6x, S.Load(from)); c6y = S.Add(c6y, S.Load(from + S.Width)); from += call->CStride;
            c7x = S.Add(c7x, S.Load(from)); c7y = S.Add(c7y, S.Load(from + S.Width)); from += call->CStride;
            c8x = S.Add(c8x, S.Load(from)); c8y = S.Add(c8y, S.Load(from + S.Width)); from += call->CStride;
            c9x = S.Add(c9x, S.Load(from)); c9y = S.Add(c9y, S.Load(from + S.Width)); from += call->CStride;
            c10x = S.Add(c10x, S.Load(from)); c10y = S.Add(c10y, S.Load(from + S.Width)); from += call->CStride;
            c11x = S.Add(c11x, S.Load(from)); c11y = S.Add(c11y, S.Load(from + S.Width)); from += call->CStride;
            c12x = S.Add(c12x, S.Load(from)); c12y = S.Add(c12y, S.Load(from + S.Width)); from += call->CStride;
            c13x = S.Add(c13x, S.Load(from)); c13y = S.Add(c13y, S.Load(from + S.Width));
        }

        float* a = call->A;
        float* b = call->B;
        nint length = call->RunLength, stride = call->AStride, step = call->BStride;
        for (nint run = call->Runs; run > 0; run--)
        {
            float* a0 = a;
            float* q = b;
            float* end = a0 + length * stride;
            while (a0 != end)
            {
                V b0 = S.Load(q);
                V b1 = S.Load(q + S.Width);
                V t = S.LoadBroadcast(a0); c0x = S.Fma(t, b0, c0x); c0y = S.Fma(t, b1, c0y);
                t = S.LoadBroadcast(a0 + 1); c1x = S.Fma(t, b0, c1x); c1y = S.Fma(t, b1, c1y);
                t = S.LoadBroadcast(a0 + 2); c2x = S.Fma(t, b0, c2x); c2y = S.Fma(t, b1, c2y);
                t = S.LoadBroadcast(a0 + 3); c3x = S.Fma(t, b0, c3x); c3y = S.Fma(t, b1, c3y);
                t = S.LoadBroadcast(a0 + 4); c4x = S.Fma(t, b0, c4x); c4y = S.Fma(t, b1, c4y);
                t = S.LoadBroadcast(a0 + 5); c5x = S.Fma(t, b0, c5x); c5y = S.Fma(t, b1, c5y);
                t = S.LoadBroadcast(a0 + 6); c6x = S.Fma(t, b0, c6x); c6y = S.Fma(t, b1, c6y);
                t = S.LoadBroadcast(a0 + 7); c7x = S.Fma(t, b0, c7x); c7y = S.Fma(t, b1, c7y);
                t = S.LoadBroadcast(a0 + 8); c8x = S.Fma(t, b0, c8x); c8y = S.Fma(t, b1, c8y);
                t = S.LoadBroadcast(a0 + 9); c9x = S.Fma(t, b0, c9x); c9y = S.Fma(t, b1, c9y);
                t = S.LoadBroadcast(a0 + 10); c10x = S.Fma(t, b0, c10x); c10y = S.Fma(t, b1, c10y);
                t = S.LoadBroadcast(a0 + 11); c11x = S.Fma(t, b0, c11x); c11y = S.Fma(t, b1, c11y);
                t = S.LoadBroadcast(a0 + 12); c12x = S.Fma(t, b0, c12x); c12y = S.Fma(t, b1, c12y);
                t = S.LoadBroadcast(a0 + 13); c13x = S.Fma(t, b0, c13x); c13y = S.Fma(t, b1, c13y);
                a0 += stride;
                q += step;
            }

            a += call->ARun;
            b += call->BRun;
        }

        if (call->Epilogue == Epilogue.Relu)
        {
            c0x = S.MaxNative(S.Zero, c0x); c0y = S.MaxNative(S.Zero, c0y);
            c1x = S.MaxNative(S.Zero, c1x); c1y = S.MaxNative(S.Zero, c1y);
            c2x = S.MaxNative(S.Zero, c2x); c2y = S.MaxNative(S.Zero, c2y);
            c3x = S.MaxNative(S.Zero, c3x); c3y = S.MaxNative(S.Zero, c3y);
            c4x = S.MaxNative(S.Zero, c4x); c4y = S.MaxNative(S.Zero, c4y);
            c5x = S.MaxNative(S.Zero, c5x); c5y = S.MaxNative(S.Zero, c5y);
            c6x = S.MaxNative(S.Zero, c6x); c6y = S.MaxNative(S.Zero, c6y);
            c7x = S.MaxNative(S.Zero, c7x); c7y = S.MaxNative(S.Zero, c7y);
            c8x = S.MaxNative(S.Zero, c8x); c8y = S.MaxNative(S.Zero, c8y);
            c9x = S.MaxNative(S.Zero, c9x); c9y = S.MaxNative(S.Zero, c9y);
            c10x = S.MaxNative(S.Zero, c10x); c10y = S.MaxNative(S.Zero, c10y);
            c11x = S.MaxNative(S.Zero, c11x); c11y = S.MaxNative(S.Zero, c11y);
            c12x = S.MaxNative(S.Zero, c12x); c12y = S.MaxNative(S.Zero, c12y);
            c13x = S.MaxNative(S.Zero, c13x); c13y = S.MaxNative(S.Zero, c13y);
        }

        float* to = call->C;
        S.Store(to, c0x); S.Store(to + S.Width, c0y); to += call->CStride;
        S.Store(to, c1x); S.Store(to + S.Width, c1y); to += call->CStride;
        S.Store(to, c2x); S.Store(to + S.Width, c2y); to += call->CStride;
        S.Store(to, c3x); S.Store(to + S.Width, c3y); to += call->CStride;
        S.Store(to, c4x); S.Store(to + S.Width, c4y); to += call->CStride;
        S.Store(to, c5x); S.Store(to + S.Width, c5y); to += call->CStride;
        S.Store(to, c6x); S.Store(to + S.Width, c6y); to += call->CStride;
        S.Store(to, c7x); S.Store(to + S.Width, c7y); to += call->CStride;
        S.Store(to, c8x); S.Store(to + S.Width, c8y); to += call->CStride;
        S.Store(to, c9x); S.Store(to + S.Width, c9y); to += call->CStride;
        S.Store(to, c10x); S.Store(to + S.Width, c10y); to += call->CStride;
        S.Store(to, c11x); S.Store(to + S.Width, c11y); to += call->CStride;
        S.Store(to, c12x); S.Store(to + S.Width, c12y); to += call->CStride;
        S.Store(to, c13x); S.Store(to + S.Width, c13y);
    }
}
