namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class SortFactory : KernelFactory<Sort>
{
    protected override Kernel Create(Sort primitive, KernelArguments arguments)
        => SortKernel.Make(arguments, primitive.Descending, indices: false);
}

internal sealed class ArgSortFactory : KernelFactory<ArgSort>
{
    protected override Kernel Create(ArgSort primitive, KernelArguments arguments)
        => SortKernel.Make(arguments, primitive.Descending, indices: true);
}

/// <summary>Makes the sorting kernel of a dtype.</summary>
internal static class SortKernel
{
    internal static Kernel Make(KernelArguments arguments, bool descending, bool indices)
        => (Kernel)Activator.CreateInstance(
            typeof(SortKernel<>).MakeGenericType(Element.TypeOf(arguments.InputSpecs[0].DType)),
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic,
            null,
            [arguments, descending, indices],
            null)!;
}

/// <summary>A stable merge sort of each row of the last axis, of values or of their indices; NaN last.</summary>
internal sealed unsafe class SortKernel<T> : Kernel where T : unmanaged
{
    private readonly KernelArguments _arguments;
    private readonly bool _descending;
    private readonly bool _indices;
    private readonly int _length;
    private readonly int _rows;
    private readonly int _chunks;
    private readonly Job _job;

    internal SortKernel(KernelArguments arguments, bool descending, bool indices)
    {
        (_arguments, _descending, _indices) = (arguments, descending, indices);
        Shape shape = arguments.InputSpecs[0].Shape;
        _length = shape.Rank == 0 ? 1 : shape[^1];
        _rows = _length == 0 ? 0 : shape.Size() / _length;
        _chunks = (long)_rows * _length < 4096 ? 1 : Math.Min(_rows, Split.Chunks);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    private void RunChunk(int chunk)
    {
        int end = (int)Split.Start(_rows, _chunks, chunk + 1);
        int* order = (int*)ThreadScratch.Get((nuint)_length * 2 * sizeof(int));
        for (int row = (int)Split.Start(_rows, _chunks, chunk); row < end; row++)
        {
            T* x = _arguments.Inputs[0].As<T>() + ((long)row * _length);
            int* sorted = Sort(x, order, order + _length);
            if (_indices)
            {
                System.Buffer.MemoryCopy(sorted, _arguments.Output.As<int>() + ((long)row * _length), _length * sizeof(int), _length * sizeof(int));
                continue;
            }

            T* y = _arguments.Output.As<T>() + ((long)row * _length);
            for (int i = 0; i < _length; i++)
            {
                y[i] = x[sorted[i]];
            }
        }
    }

    private int* Sort(T* x, int* order, int* other)
    {
        const int Run = 8;
        for (int i = 0; i < _length; i++)
        {
            order[i] = i;
        }

        for (int start = 0; start < _length; start += Run)
        {
            int end = Math.Min(_length, start + Run);
            for (int i = start + 1; i < end; i++)
            {
                int item = order[i];
                int k = i;
                for (; k > start && Before(x[item], x[order[k - 1]]); k--)
                {
                    order[k] = order[k - 1];
                }

                order[k] = item;
            }
        }

        for (int width = Run; width < _length; width = (int)Math.Min(int.MaxValue, 2L * width))
        {
            for (long start = 0; start < _length; start += 2L * width)
            {
                int middle = (int)Math.Min(_length, start + width);
                int end = (int)Math.Min(_length, start + (2L * width));
                int a = (int)start;
                int b = middle;
                for (int i = (int)start; i < end; i++)
                {
                    other[i] = b < end && (a >= middle || Before(x[order[b]], x[order[a]])) ? order[b++] : order[a++];
                }
            }

            int* merged = other;
            other = order;
            order = merged;
        }

        return order;
    }

    /// <summary>Whether a must come before b; equal elements keep their order.</summary>
    private bool Before(T a, T b)
    {
        if (typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half))
        {
            double x = Element.ToDouble(a);
            double y = Element.ToDouble(b);
            return double.IsNaN(y) ? !double.IsNaN(x) : _descending ? x > y : x < y;
        }

        long i = Element.ToLong(a);
        long k = Element.ToLong(b);
        return _descending ? i > k : i < k;
    }

    private sealed class ChunkJob(SortKernel<T> kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}
