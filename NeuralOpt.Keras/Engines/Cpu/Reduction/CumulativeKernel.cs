namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class CumulativeFactory : KernelFactory<Cumulative>
{
    protected override Kernel Create(Cumulative primitive, KernelArguments arguments)
    {
        Loop loop = Loops.Of(
            primitive.Kind switch
            {
                CumulativeKind.Sum => BinaryKind.Add,
                CumulativeKind.Product => BinaryKind.Multiply,
                _ => BinaryKind.Maximum,
            },
            arguments.OutputSpec.DType);
        return new CumulativeKernel(loop, primitive, arguments);
    }
}

/// <summary>Each row joined with the one before it.</summary>
internal sealed unsafe class CumulativeKernel : Kernel
{
    private readonly Loop _loop;
    private readonly bool _reverse;
    private readonly KernelArguments _arguments;
    private readonly int _length;
    private readonly int _inner;
    private readonly int _outer;
    private readonly int _size;
    private readonly int _chunks;
    private readonly Job _job;

    internal CumulativeKernel(Loop loop, Cumulative primitive, KernelArguments arguments)
    {
        (_loop, _reverse, _arguments) = (loop, primitive.Reverse, arguments);
        int[] x = arguments.InputSpecs[0].Shape.ToArray();
        _length = x[primitive.Axis];
        _inner = Strides.Product(x, primitive.Axis + 1, x.Length);
        _outer = Strides.Product(x, 0, primitive.Axis);
        _size = arguments.OutputSpec.DType.Size();
        _chunks = (long)_outer * _length * _inner < 65_536 ? 1 : Math.Min(_outer, Split.Chunks);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    private void RunChunk(int chunk)
    {
        int end = (int)Split.Start(_outer, _chunks, chunk + 1);
        long row = (long)_inner * _size;
        byte** operands = stackalloc byte*[2];
        for (int o = (int)Split.Start(_outer, _chunks, chunk); o < end; o++)
        {
            byte* x = _arguments.Inputs[0].Address + (o * _length * row);
            byte* y = _arguments.Output.Address + (o * _length * row);
            for (int i = 0; i < _length; i++)
            {
                long at = (_reverse ? _length - 1 - i : i) * row;
                if (i == 0)
                {
                    System.Buffer.MemoryCopy(x + at, y + at, row, row);
                    continue;
                }

                operands[0] = y + at + (_reverse ? row : -row);
                operands[1] = x + at;
                _loop.Run(operands, 0, y + at, _inner);
            }
        }
    }

    private sealed class ChunkJob(CumulativeKernel kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}
