using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Reduction of the middle axis of (outer, length, inner).</summary>
internal abstract unsafe class ReduceStage(int outer, int length, int inner) : Job
{
    internal int Outer { get; } = outer;

    internal int Length { get; } = length;

    internal int Inner { get; } = inner;

    /// <summary>Elements of scratch for the partial results of chunks.</summary>
    internal virtual long PartialElements => 0;

    protected byte* From { get; private set; }

    protected byte* To { get; private set; }

    protected byte* Partials { get; private set; }

    internal void Reduce(WorkerPool pool, byte* from, byte* to, byte* partials)
    {
        From = from;
        To = to;
        Partials = partials;
        Reduce(pool);
    }

    protected abstract void Reduce(WorkerPool pool);
}

/// <summary>Any dtype but float32: each result by itself, added up in double or 64 bits.</summary>
internal sealed unsafe class ReduceStage<F, T>(int outer, int length, int inner) : ReduceStage(outer, length, inner)
    where F : struct, IBinaryFunction<F> where T : unmanaged
{
    private readonly int _chunks = (long)outer * length * inner < 65_536 ? 1 : (int)Math.Min((long)outer * inner, Split.Chunks);

    protected override void Reduce(WorkerPool pool) => pool.Run(this, _chunks);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(int chunk)
    {
        long count = (long)Outer * Inner;
        long end = Split.Start(count, _chunks, chunk + 1);
        for (long i = Split.Start(count, _chunks, chunk); i < end; i++)
        {
            T* x = (T*)From + (i / Inner * Length * Inner) + (i % Inner);
            ((T*)To)[i] = typeof(T) == typeof(double) || typeof(T) == typeof(Half) ? Real(x) : Integer(x);
        }
    }

    /// <summary>Halves of halves: the error grows with the logarithm of the length.</summary>
    private T Real(T* x) => Element.FromDouble<T>(Pairwise(x, Length));

    private double Pairwise(T* x, int n)
    {
        if (n > 256)
        {
            int half = n / 2;
            return F.Real(Pairwise(x, half), Pairwise(x + ((long)half * Inner), n - half));
        }

        double value = Element.ToDouble(*x);
        for (int r = 1; r < n; r++)
        {
            x += Inner;
            value = F.Real(value, Element.ToDouble(*x));
        }

        return value;
    }

    private T Integer(T* x)
    {
        long value = Element.ToLong(*x);
        for (int r = 1; r < Length; r++)
        {
            x += Inner;
            value = F.Integer(value, Element.ToLong(*x));
        }

        return Element.FromLong<T>(value);
    }
}
