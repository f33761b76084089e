namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class ScatterFactory : KernelFactory<Scatter>
{
    protected override Kernel Create(Scatter primitive, KernelArguments arguments)
    {
        // Setting is a copy; everything else is the elementwise function of two runs.
        DType dtype = arguments.OutputSpec.DType;
        Loop loop = primitive.Kind switch
        {
            ScatterKind.Add => Loops.Of(BinaryKind.Add, dtype),
            ScatterKind.Max => Loops.Of(BinaryKind.Maximum, dtype),
            ScatterKind.Min => Loops.Of(BinaryKind.Minimum, dtype),
            ScatterKind.Multiply => Loops.Of(BinaryKind.Multiply, dtype),
            _ => Loops.Copy(dtype),
        };
        return new ScatterKernel(loop, primitive, arguments);
    }
}

/// <summary>Joins rows of updates into a copy of a tensor, in the order of the indices.</summary>
/// <remarks>Each chunk owns a range of target rows and walks all indices, so the order is that of one thread.</remarks>
internal sealed unsafe class ScatterKernel : Kernel
{
    private const long SerialElements = 65_536;

    private static readonly IndexRule s_rule = new("Scatter", FromEnd: false);

    private readonly Loop _loop;
    private readonly IndexRule _rule;
    private readonly bool _set;
    private readonly KernelArguments _arguments;
    private readonly int[] _lengths;
    private readonly int _updates;
    private readonly int _rows;
    private readonly int _row;
    private readonly int _size;
    private readonly bool _wide;
    private readonly int _chunks;
    private readonly Job _job;

    internal ScatterKernel(Loop loop, Scatter primitive, KernelArguments arguments)
    {
        (_loop, _set, _arguments) = (loop, primitive.Kind == ScatterKind.Set, arguments);
        _rule = primitive.Rule ?? s_rule;
        int[] x = arguments.InputSpecs[0].Shape.ToArray();
        int k = arguments.InputSpecs[1].Shape[1];
        _updates = arguments.InputSpecs[1].Shape[0];
        _lengths = x[..k];
        _rows = Strides.Product(x, 0, k);
        _row = Strides.Product(x, k, x.Length);
        Bounds.Count("the updates of Scatter", (long)_updates * _row, arguments.InputSpecs[2].Shape.Size());
        Bounds.Count("what Scatter gives", (long)_rows * _row, arguments.OutputSpec.Shape.Size());
        _size = arguments.OutputSpec.DType.Size();
        _wide = arguments.InputSpecs[1].DType == DType.Int64;
        _chunks = ((long)_updates + _rows) * _row < SerialElements ? 1 : Math.Min(_rows, 4);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    private void RunChunk(int chunk)
    {
        long start = Split.Start(_rows, _chunks, chunk);
        long end = Split.Start(_rows, _chunks, chunk + 1);
        long rowBytes = (long)_row * _size;
        byte* x = _arguments.Inputs[0].Address;
        byte* y = _arguments.Output.Address;
        if (x != y)
        {
            System.Buffer.MemoryCopy(x + (start * rowBytes), y + (start * rowBytes), (end - start) * rowBytes, (end - start) * rowBytes);
        }

        byte* updates = _arguments.Inputs[2].Address;
        byte** operands = stackalloc byte*[2];
        for (int i = 0; i < _updates; i++)
        {
            long row = Row(i);
            if (row < start || row >= end)
            {
                continue;
            }

            byte* target = y + (row * rowBytes);
            operands[0] = _set ? updates + (i * rowBytes) : target;
            operands[1] = updates + (i * rowBytes);
            _loop.Run(operands, 0, target, _row);
        }
    }

    /// <summary>The target row of an update, -1 if it has none.</summary>
    private long Row(int update)
    {
        byte* indices = _arguments.Inputs[1].Address;
        long row = 0;
        for (int i = 0; i < _lengths.Length; i++)
        {
            long at = ((long)update * _lengths.Length) + i;
            long index = _wide ? ((long*)indices)[at] : ((int*)indices)[at];
            if ((ulong)index >= (ulong)_lengths[i])
            {
                return _rule.DropsNegative && index < 0 ? -1 : throw _rule.Refuse(index, _lengths[i]);
            }

            row = (row * _lengths[i]) + index;
        }

        return row;
    }

    private sealed class ChunkJob(ScatterKernel kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}
