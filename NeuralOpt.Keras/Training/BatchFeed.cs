namespace NeuralOpt.Keras.Training;

/// <summary>Puts the batches of one pass together, in memory that is used again and again.</summary>
/// <remarks>
/// A thread that fills batches ahead of time takes more than it gives: the engine keeps every core busy, so that the thread
/// drives one of its workers off a core, and the others wait for that worker's share. A batch of MNIST takes 0.1 ms to copy;
/// a thread made a step of 53 ms 2 ms longer.
/// </remarks>
internal sealed unsafe class BatchFeed
{
    private readonly Tensor[] _sources;
    private readonly int[]? _order;
    private readonly int _batchSize;
    private readonly int _count;
    private readonly Tensor[] _full;
    private readonly Tensor[]? _last;
    private int _next;

    /// <summary>Batches of rows in an order (null: as they stand), from a batch on.</summary>
    internal BatchFeed(Tensor[] sources, int count, int[]? order, int batchSize, int firstBatch = 0)
    {
        _sources = sources;
        _count = count;
        _order = order;
        _batchSize = batchSize;
        _next = firstBatch;
        Steps = (int)(((long)count + batchSize - 1) / batchSize);
        int rest = count % batchSize;
        _full = Allocate(Math.Min(batchSize, count));
        _last = rest > 0 && count > batchSize ? Allocate(rest) : null;
    }

    /// <summary>Number of batches from the first sample to the last.</summary>
    internal int Steps { get; }

    /// <summary>The next batch; valid until the one after it is asked for.</summary>
    internal Tensor[] Next()
    {
        int first = _next++ * _batchSize;
        Tensor[] target = first + (long)_batchSize > _count && _last is not null ? _last : _full;
        for (int i = 0; i < target.Length; i++)
        {
            Gather(_sources[i], first, target[i]);
        }

        return target;
    }

    private Tensor[] Allocate(int rows)
        => Array.ConvertAll(_sources, t => Tensor.Uninitialized(new(t.Shape.With(0, rows), t.DType)));

    private void Gather(Tensor source, int first, Tensor target)
    {
        int rows = target.Shape[0];
        long row = rows == 0 ? 0 : target.Spec.Bytes / rows;
        byte* from = source.Buffer.Address;
        byte* to = target.Buffer.Address;
        if (_order is null)
        {
            System.Buffer.MemoryCopy(from + (first * row), to, rows * row, rows * row);
        }
        else
        {
            for (int r = 0; r < rows; r++)
            {
                System.Buffer.MemoryCopy(from + (_order[first + r] * row), to + (r * row), row, row);
            }
        }

        GC.KeepAlive(source);
    }
}
