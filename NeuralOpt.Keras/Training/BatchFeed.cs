namespace NeuralOpt.Keras.Training;

/// <summary>Puts the batches of one pass together, in memory that is used again and again; ahead of time where that pays.</summary>
internal sealed unsafe class BatchFeed : IDisposable
{
    // One batch is at work, one waits, one is being filled.
    private const int Depth = 3;

    // Below this a hand-over between threads costs more than the copy.
    private const long WorthAThread = 128 * 1024;

    private readonly Tensor[] _sources;
    private readonly int[]? _order;
    private readonly int _batchSize;
    private readonly int _count;
    private readonly Tensor[][] _full;
    private readonly Tensor[]? _last;
    private readonly SemaphoreSlim? _free;
    private readonly SemaphoreSlim? _ready;
    private readonly Thread? _thread;
    private int _next;
    private Exception? _failure;
    private volatile bool _stopped;

    /// <summary>Batches of rows in an order (null: as they stand), from a batch on.</summary>
    internal BatchFeed(Tensor[] sources, int count, int[]? order, int batchSize, int firstBatch = 0)
    {
        _sources = sources;
        _count = count;
        _order = order;
        _batchSize = batchSize;
        _next = firstBatch;
        Steps = (count + batchSize - 1) / batchSize;
        int rest = count % batchSize;
        long bytes = sources.Sum(t => t.Spec.Bytes / Math.Max(count, 1)) * batchSize;
        bool ahead = bytes >= WorthAThread && Steps - firstBatch > 2;
        _full = [.. Enumerable.Range(0, ahead ? Depth : 1).Select(_ => Allocate(Math.Min(batchSize, count)))];
        _last = rest > 0 && count > batchSize ? Allocate(rest) : null;
        if (ahead)
        {
            _free = new(Depth - 1);
            _ready = new(0);
            _thread = new(() => Fill(firstBatch)) { IsBackground = true, Name = "batches" };
            _thread.Start();
        }
    }

    /// <summary>Number of batches from the first sample to the last.</summary>
    internal int Steps { get; }

    /// <summary>The next batch; valid until the one after it is asked for.</summary>
    internal Tensor[] Next()
    {
        int batch = _next++;
        Tensor[] target = Target(batch);
        if (_thread is null)
        {
            Gather(batch, target);
            return target;
        }

        _ready!.Wait();
        if (_failure is not null)
        {
            throw new InvalidOperationException("Fit: a batch could not be put together.", _failure);
        }

        // The batch before this one is not at work any more.
        _free!.Release();
        return target;
    }

    public void Dispose()
    {
        _stopped = true;
        _free?.Release();
        _thread?.Join();
        _free?.Dispose();
        _ready?.Dispose();
    }

    private void Fill(int batch)
    {
        try
        {
            for (; batch < Steps && !_stopped; batch++)
            {
                _free!.Wait();
                Gather(batch, Target(batch));
                _ready!.Release();
            }
        }
        catch (Exception e) when (e is OutOfMemoryException or IndexOutOfRangeException or InvalidOperationException)
        {
            _failure = e;
            _ready!.Release();
        }
    }

    private Tensor[] Target(int batch)
        => (batch + 1) * (long)_batchSize > _count && _last is not null ? _last : _full[batch % _full.Length];

    private Tensor[] Allocate(int rows)
        => Array.ConvertAll(_sources, t => Tensor.Uninitialized(new(t.Shape.With(0, rows), t.DType)));

    private void Gather(int batch, Tensor[] target)
    {
        int first = batch * _batchSize;
        for (int i = 0; i < target.Length; i++)
        {
            int rows = target[i].Shape[0]!.Value;
            long row = rows == 0 ? 0 : target[i].Spec.Bytes / rows;
            byte* from = _sources[i].Buffer.Address;
            byte* to = target[i].Buffer.Address;
            if (_order is null)
            {
                System.Buffer.MemoryCopy(from + (first * row), to, rows * row, rows * row);
                continue;
            }

            for (int r = 0; r < rows; r++)
            {
                System.Buffer.MemoryCopy(from + (_order[first + r] * row), to + (r * row), row, row);
            }
        }

        GC.KeepAlive(_sources);
    }
}
