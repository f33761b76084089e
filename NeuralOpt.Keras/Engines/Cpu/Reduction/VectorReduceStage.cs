using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Reduction of float32 over the middle axis of (outer, length, inner).</summary>
/// <remarks>
/// Rows are summed in halves of halves, columns in blocks, so that the error grows slowly. How the length is cut into
/// chunks, whose partial results are combined in order, follows from the shape alone.
/// </remarks>
internal sealed unsafe class VectorReduceStage<F, S, V> : ReduceStage
    where F : struct, IBinaryFunction<F> where S : struct, ISimd<V> where V : struct
{
    private const long SerialElements = 65_536;
    private const int RowBlock = 64;

    private readonly int _parts = 1;
    private readonly int _columns = 1;
    private readonly int _outerChunks = 1;

    public VectorReduceStage(int outer, int length, int inner)
        : base(outer, length, inner)
    {
        long size = (long)outer * length * inner;
        if (size < SerialElements)
        {
            return;
        }

        _outerChunks = Math.Min(outer, Split.Chunks);
        int wanted = Split.Chunks / _outerChunks;
        if (wanted > 1)
        {
            _parts = (int)Math.Clamp(length / Math.Max(RowBlock, 8192L / inner), 1, wanted);
            _columns = _parts > 1 ? 1 : Math.Clamp(inner / 256, 1, wanted);
        }
    }

    internal override long PartialElements => _parts > 1 ? (long)_parts * Outer * Inner : 0;

    protected override void Reduce(WorkerPool pool)
    {
        pool.Run(this, _outerChunks * _parts * _columns);
        if (_parts > 1)
        {
            float* partials = (float*)Partials;
            Columns(partials, (float*)To, _parts, (nint)Outer * Inner, (nint)Outer * Inner);
        }
    }

    internal override void Run(int chunk)
    {
        int column = chunk % _columns;
        int part = chunk / _columns % _parts;
        int outer = chunk / _columns / _parts;
        int first = (int)Split.Start(Length, _parts, part);
        int count = (int)Split.Start(Length, _parts, part + 1) - first;
        nint left = (nint)Split.Start(Inner, _columns, column, 64);
        nint width = (nint)Split.Start(Inner, _columns, column + 1, 64) - left;
        long end = Split.Start(Outer, _outerChunks, outer + 1);
        float* results = _parts > 1 ? (float*)Partials + ((long)part * Outer * Inner) : (float*)To;
        for (long o = Split.Start(Outer, _outerChunks, outer); o < end; o++)
        {
            float* x = (float*)From + (((o * Length) + first) * Inner);
            float* y = results + (o * Inner);
            if (Inner == 1)
            {
                *y = Row(x, count);
            }
            else
            {
                Columns(x + left, y + left, count, Inner, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Row(float* x, int n)
    {
        int block = 32 * S.Width;
        if (n > block)
        {
            int half = ((n / 2) + block - 1) / block * block;
            return (float)F.Real(Row(x, half), Row(x + half, n - half));
        }

        if (n < S.Width)
        {
            double value = *x;
            for (int i = 1; i < n; i++)
            {
                value = F.Real(value, x[i]);
            }

            return (float)value;
        }

        V a = S.Load(x);
        int at = S.Width;
        if (n >= 4 * S.Width)
        {
            V b = S.Load(x + S.Width);
            V c = S.Load(x + (2 * S.Width));
            V d = S.Load(x + (3 * S.Width));
            for (at = 4 * S.Width; at <= n - (4 * S.Width); at += 4 * S.Width)
            {
                a = F.Vector<S, V>(a, S.Load(x + at));
                b = F.Vector<S, V>(b, S.Load(x + at + S.Width));
                c = F.Vector<S, V>(c, S.Load(x + at + (2 * S.Width)));
                d = F.Vector<S, V>(d, S.Load(x + at + (3 * S.Width)));
            }

            a = F.Vector<S, V>(F.Vector<S, V>(a, b), F.Vector<S, V>(c, d));
        }

        for (; at <= n - S.Width; at += S.Width)
        {
            a = F.Vector<S, V>(a, S.Load(x + at));
        }

        float* lanes = stackalloc float[16];
        S.Store(lanes, a);
        for (int width = S.Width / 2; width > 0; width /= 2)
        {
            for (int i = 0; i < width; i++)
            {
                lanes[i] = (float)F.Real(lanes[i], lanes[i + width]);
            }
        }

        double result = *lanes;
        for (; at < n; at++)
        {
            result = F.Real(result, x[at]);
        }

        return (float)result;
    }

    /// <summary>Every column of a matrix of <paramref name="width"/> columns whose rows lie <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(float* x, float* y, int rows, nint stride, nint width)
    {
        nint at = 0;
        for (; at <= width - (4 * S.Width); at += 4 * S.Width)
        {
            for (int block = 0; block < rows; block += RowBlock)
            {
                int end = Math.Min(rows, block + RowBlock);
                float* row = x + at + (block * stride);
                V a = S.Load(row);
                V b = S.Load(row + S.Width);
                V c = S.Load(row + (2 * S.Width));
                V d = S.Load(row + (3 * S.Width));
                for (int r = block + 1; r < end; r++)
                {
                    row += stride;
                    a = F.Vector<S, V>(a, S.Load(row));
                    b = F.Vector<S, V>(b, S.Load(row + S.Width));
                    c = F.Vector<S, V>(c, S.Load(row + (2 * S.Width)));
                    d = F.Vector<S, V>(d, S.Load(row + (3 * S.Width)));
                }

                float* to = y + at;
                S.Store(to, block == 0 ? a : F.Vector<S, V>(S.Load(to), a));
                S.Store(to + S.Width, block == 0 ? b : F.Vector<S, V>(S.Load(to + S.Width), b));
                S.Store(to + (2 * S.Width), block == 0 ? c : F.Vector<S, V>(S.Load(to + (2 * S.Width)), c));
                S.Store(to + (3 * S.Width), block == 0 ? d : F.Vector<S, V>(S.Load(to + (3 * S.Width)), d));
            }
        }

        for (; at < width; at += S.Width)
        {
            int count = (int)Math.Min(width - at, S.Width);
            V total = S.Zero;
            for (int block = 0; block < rows; block += RowBlock)
            {
                int end = Math.Min(rows, block + RowBlock);
                float* row = x + at + (block * stride);
                V a = S.LoadPartial(row, count);
                for (int r = block + 1; r < end; r++)
                {
                    row += stride;
                    a = F.Vector<S, V>(a, S.LoadPartial(row, count));
                }

                total = block == 0 ? a : F.Vector<S, V>(total, a);
            }

            S.StorePartial(y + at, total, count);
        }
    }
}
