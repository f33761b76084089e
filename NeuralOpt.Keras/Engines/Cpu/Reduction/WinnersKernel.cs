using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 maxima over neighbouring axes with the number of elements equal to each, and the gradient that those share.</summary>
/// <remarks>A maximum that is NaN is equal to nothing.</remarks>
internal static class WinnersKernel
{
    /// <summary>The sizes (outer, length, inner), if there is such a kernel: one group of axes, and some columns beside them; else null.</summary>
    internal static (int Outer, int Length, int Inner)? Fits(Shape x, Axes axes)
        => x.Size() > 0 && ReduceFactory.Stages(x.ToArray(), axes) is [var sizes] && sizes.Inner >= 16 ? sizes : null;

    /// <summary>The maxima of x and how many are equal to each.</summary>
    /// <param name="sizes">Of x; reduced is the one in the middle.</param>
    /// <param name="x">What the maxima are of.</param>
    /// <param name="maximum">(outer, inner), overwritten.</param>
    /// <param name="count">(outer, inner), overwritten.</param>
    internal static Kernel Find((int Outer, int Length, int Inner) sizes, Operand x, Operand maximum, Operand count) =>
        Simd.Make(new Maker(sizes, x, maximum, count, null));

    /// <summary><c>dx = (x == maximum) * share</c>, overwritten.</summary>
    internal static Kernel Give((int Outer, int Length, int Inner) sizes, Operand x, Operand maximum, Operand share, Operand dx) =>
        Simd.Make(new Maker(sizes, x, maximum, share, dx));

    private sealed record Maker((int, int, int) Sizes, Operand X, Operand Maximum, Operand Other, Operand? Dx) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct => new WinnersKernel<S, V>(Sizes, X, Maximum, Other, Dx);
    }
}

/// <inheritdoc cref="WinnersKernel"/>
internal sealed unsafe class WinnersKernel<S, V> : Kernel, ISampleKernel
    where S : struct, ISimd<V>
    where V : struct
{
    /// <summary>Columns that a chunk takes at least: some cache lines of a row.</summary>
    private const int ColumnGrain = 128;

    private readonly int _outer;
    private readonly int _length;
    private readonly int _inner;
    private readonly Operand _x;
    private readonly Operand _maximum;
    private readonly Operand _other;
    private readonly Operand? _dx;
    private readonly int _outerChunks;
    private readonly int _columnChunks;
    private readonly Job _job;

    internal WinnersKernel((int Outer, int Length, int Inner) sizes, Operand x, Operand maximum, Operand other, Operand? dx)
    {
        (_outer, _length, _inner) = sizes;
        (_x, _maximum, _other, _dx) = (x, maximum, other, dx);
        bool serial = (long)_outer * _length * _inner < Split.SerialWork;
        _outerChunks = serial ? 1 : Math.Min(_outer, Split.Chunks);
        _columnChunks = serial ? 1 : Math.Clamp(_inner / ColumnGrain, 1, Split.Chunks / _outerChunks);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _outerChunks * _columnChunks);

    public void Sample(int sample, int part) => Columns(sample, 0, _inner);

    private void Columns(int outer, int from, int to)
    {
        if (_dx is null)
        {
            Find(outer, from, to);
        }
        else
        {
            Give(outer, from, to);
        }
    }

    private float* Block(Operand operand, int outer) => (float*)operand.At((nint)outer * _length * _inner * sizeof(float));

    private float* Row(Operand operand, int outer) => (float*)operand.At((nint)outer * _inner * sizeof(float));

    /// <summary>Maxima and counts of some columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(int outer, int from, int to)
    {
        nint inner = _inner;
        float* x = Block(_x, outer);
        float* maximum = Row(_maximum, outer), count = Row(_other, outer);
        V one = S.Broadcast(1);
        int at = from;
        for (; at <= to - 4 * S.Width; at += 4 * S.Width)
        {
            float* row = x + at;
            V a = S.Load(row), b = S.Load(row + S.Width), c = S.Load(row + 2 * S.Width), d = S.Load(row + 3 * S.Width);
            V na = one, nb = one, nc = one, nd = one;
            for (int r = 1; r < _length; r++)
            {
                row += inner;
                Take(S.Load(row), one, ref a, ref na);
                Take(S.Load(row + S.Width), one, ref b, ref nb);
                Take(S.Load(row + 2 * S.Width), one, ref c, ref nc);
                Take(S.Load(row + 3 * S.Width), one, ref d, ref nd);
            }

            S.Store(maximum + at, a);
            S.Store(maximum + at + S.Width, b);
            S.Store(maximum + at + 2 * S.Width, c);
            S.Store(maximum + at + 3 * S.Width, d);
            S.Store(count + at, S.And(na, S.Equal(a, a)));
            S.Store(count + at + S.Width, S.And(nb, S.Equal(b, b)));
            S.Store(count + at + 2 * S.Width, S.And(nc, S.Equal(c, c)));
            S.Store(count + at + 3 * S.Width, S.And(nd, S.Equal(d, d)));
        }

        for (; at < to; at += S.Width)
        {
            int lanes = Math.Min(S.Width, to - at);
            float* row = x + at;
            V most = S.LoadPartial(row, lanes), number = one;
            for (int r = 1; r < _length; r++)
            {
                row += inner;
                Take(S.LoadPartial(row, lanes), one, ref most, ref number);
            }

            S.StorePartial(maximum + at, most, lanes);
            S.StorePartial(count + at, S.And(number, S.Equal(most, most)), lanes);
        }
    }

    /// <summary>A larger one begins to count anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(V value, V one, ref V most, ref V number)
    {
        number = S.Select(S.LessThan(most, value), one, S.Add(number, S.And(S.Equal(most, value), one)));
        most = S.Max(most, value);
    }

    /// <summary>The gradient of some columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Give(int outer, int from, int to)
    {
        nint inner = _inner;
        float* x = Block(_x, outer);
        float* dx = Block(_dx!, outer);
        float* maximum = Row(_maximum, outer), share = Row(_other, outer);
        V one = S.Broadcast(1);
        int whole = from + (to - from) / S.Width * S.Width;
        for (int r = 0; r < _length; r++, x += inner, dx += inner)
        {
            for (int at = from; at < whole; at += S.Width)
            {
                S.Store(dx + at, S.Mul(S.And(S.Equal(S.Load(x + at), S.Load(maximum + at)), one), S.Load(share + at)));
            }

            if (whole < to)
            {
                int lanes = to - whole;
                V mask = S.Equal(S.LoadPartial(x + whole, lanes), S.LoadPartial(maximum + whole, lanes));
                S.StorePartial(dx + whole, S.Mul(S.And(mask, one), S.LoadPartial(share + whole, lanes)), lanes);
            }
        }
    }

    private sealed class ChunkJob(WinnersKernel<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            (int outer, int column) = (chunk / kernel._columnChunks, chunk % kernel._columnChunks);
            int from = (int)Split.Start(kernel._inner, kernel._columnChunks, column, 64);
            int to = (int)Split.Start(kernel._inner, kernel._columnChunks, column + 1, 64);
            int end = (int)Split.Start(kernel._outer, kernel._outerChunks, outer + 1);
            for (int o = (int)Split.Start(kernel._outer, kernel._outerChunks, outer); o < end; o++)
            {
                kernel.Columns(o, from, to);
            }
        }
    }
}
