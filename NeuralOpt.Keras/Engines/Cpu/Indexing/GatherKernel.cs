namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class GatherFactory : KernelFactory<Gather>
{
    protected override Kernel Create(Gather primitive, KernelArguments arguments) => new GatherKernel(primitive, arguments);
}

/// <summary>Slices chosen by index: one copy a look-up.</summary>
internal sealed unsafe class GatherKernel : Kernel
{
    private const long SerialBytes = 256 * 1024;

    private static readonly IndexRule s_rule = new("Take");

    private readonly KernelArguments _arguments;
    private readonly IndexRule _rule;
    private readonly int _length;
    private readonly int _count;
    private readonly long _rowBytes;
    private readonly long _rows;
    private readonly bool _wide;
    private readonly int _chunks;
    private readonly Job _job;

    internal GatherKernel(Gather primitive, KernelArguments arguments)
    {
        int axis = primitive.Axis;
        _rule = primitive.Rule ?? s_rule;
        _arguments = arguments;
        int[] x = arguments.InputSpecs[0].Shape.ToArray();
        _length = x[axis];
        _count = arguments.InputSpecs[1].Shape.Size();
        _rowBytes = (long)Strides.Product(x, axis + 1, x.Length) * arguments.OutputSpec.DType.Size();
        _rows = (long)Strides.Product(x, 0, axis) * _count;
        Bounds.Count("what Take gives", _rows * Strides.Product(x, axis + 1, x.Length), arguments.OutputSpec.Shape.Size());
        _wide = arguments.InputSpecs[1].DType == DType.Int64;
        _chunks = _rows * (_rowBytes + 16) < SerialBytes ? 1 : (int)Math.Min(_rows, Split.Chunks);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    private void RunChunk(int chunk)
    {
        long end = Split.Start(_rows, _chunks, chunk + 1);
        byte* x = _arguments.Inputs[0].Address;
        byte* indices = _arguments.Inputs[1].Address;
        for (long row = Split.Start(_rows, _chunks, chunk); row < end; row++)
        {
            long which = row % _count;
            long index = _wide ? ((long*)indices)[which] : ((int*)indices)[which];
            if ((ulong)index >= (ulong)_length)
            {
                throw _rule.Refuse(index, _length);
            }

            byte* from = x + (((row / _count * _length) + index) * _rowBytes);
            byte* to = _arguments.Output.Address + (row * _rowBytes);
            switch (_rowBytes)
            {
                case 4:
                    *(uint*)to = *(uint*)from;
                    break;
                case 8:
                    *(ulong*)to = *(ulong*)from;
                    break;
                default:
                    System.Buffer.MemoryCopy(from, to, _rowBytes, _rowBytes);
                    break;
            }
        }
    }

    private sealed class ChunkJob(GatherKernel kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}
