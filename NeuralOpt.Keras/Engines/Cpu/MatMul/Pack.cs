using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Copies matrices into the order in which register tiles read them.</summary>
/// <remarks>
/// B is cut in slices of two vectors of columns; slice s begins at <c>s * SliceWidth * k</c> and holds its steps one after
/// another. The last slice is one vector wide if that suffices, and is filled up with zeros.
/// </remarks>
internal static unsafe class Pack<S, V>
    where S : struct, ISimd<V>
    where V : struct
{
    internal static int SliceWidth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * S.Width;
    }

    internal static int Slices(int n) => (n + SliceWidth - 1) / SliceWidth;

    /// <summary>Columns filled up to whole vectors.</summary>
    internal static int Padded(int n) => (n + S.Width - 1) / S.Width * S.Width;

    /// <summary>Floats that the packed form of a k x n matrix takes.</summary>
    internal static long Length(int k, int n) => (long)k * Padded(n);

    /// <summary>Vectors in a slice of <paramref name="n"/> columns in all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Vectors(int n, int slice) => n - slice * SliceWidth > S.Width ? 2 : 1;

    /// <summary>Packs slices of B, k x n with rows <paramref name="stride"/> apart, or n x k if transposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Slices(float* b, nint stride, bool transposed, int k, int n, int from, int to, float* packed)
    {
        for (int slice = from; slice < to; slice++)
        {
            int first = slice * SliceWidth;
            int columns = Math.Min(SliceWidth, n - first);
            int width = Vectors(n, slice) * S.Width;
            float* target = packed + (nint)first * k;
            if (!transposed)
            {
                Copy(b + first, stride, k, columns, target, width);
                continue;
            }

            if (columns < width)
            {
                new Span<float>(target, k * width).Clear();
            }

            Transpose(b + first * stride, stride, columns, k, target, width);
        }
    }

    /// <summary>Copies <paramref name="columns"/> floats of each of <paramref name="rows"/> rows and pads them with zeros to <paramref name="width"/>.</summary>
    /// <remarks>Whole vectors are written: up to a vector less one float past the last row's width.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Copy(float* source, nint stride, nint rows, int columns, float* target, nint width)
    {
        int w = S.Width;
        if (columns == 2 * w)
        {
            for (nint row = 0; row < rows; row++, source += stride, target += width)
            {
                S.Store(target, S.Load(source));
                S.Store(target + w, S.Load(source + w));
            }

            return;
        }

        for (nint row = 0; row < rows; row++, source += stride, target += width)
        {
            int i = 0;
            for (; i + w <= columns; i += w)
            {
                S.Store(target + i, S.Load(source + i));
            }

            if (i < columns)
            {
                S.Store(target + i, S.LoadPartial(source + i, columns - i));
            }
        }
    }

    /// <summary><c>target[c * width + r] = source[r * stride + c]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Transpose(float* source, nint stride, int rows, nint columns, float* target, nint width)
    {
        int r = 0;
        for (; r + 4 <= rows; r += 4)
        {
            float* s0 = source + r * stride;
            float* s1 = s0 + stride;
            float* s2 = s1 + stride;
            float* s3 = s2 + stride;
            float* t = target + r;
            nint c = 0;
            if (Sse.IsSupported)
            {
                for (; c + 4 <= columns; c += 4, t += 4 * width)
                {
                    Vector128<float> x0 = Vector128.Load(s0 + c), x1 = Vector128.Load(s1 + c);
                    Vector128<float> x2 = Vector128.Load(s2 + c), x3 = Vector128.Load(s3 + c);
                    Vector128<float> low01 = Sse.UnpackLow(x0, x1), high01 = Sse.UnpackHigh(x0, x1);
                    Vector128<float> low23 = Sse.UnpackLow(x2, x3), high23 = Sse.UnpackHigh(x2, x3);
                    Sse.MoveLowToHigh(low01, low23).Store(t);
                    Sse.MoveHighToLow(low23, low01).Store(t + width);
                    Sse.MoveLowToHigh(high01, high23).Store(t + 2 * width);
                    Sse.MoveHighToLow(high23, high01).Store(t + 3 * width);
                }
            }

            for (; c < columns; c++, t += width)
            {
                t[0] = s0[c];
                t[1] = s1[c];
                t[2] = s2[c];
                t[3] = s3[c];
            }
        }

        for (; r < rows; r++)
        {
            float* s = source + r * stride;
            float* t = target + r;
            for (nint c = 0; c < columns; c++, t += width)
            {
                *t = s[c];
            }
        }
    }
}
