namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class GatherElementsFactory : KernelFactory<GatherElements>
{
    protected override Kernel Create(GatherElements primitive, KernelArguments arguments) => arguments.OutputSpec.DType.Size() switch
    {
        1 => new GatherElementsKernel<byte>(primitive, arguments),
        2 => new GatherElementsKernel<ushort>(primitive, arguments),
        4 => new GatherElementsKernel<uint>(primitive, arguments),
        _ => new GatherElementsKernel<ulong>(primitive, arguments),
    };
}

/// <summary>Elements chosen one by one along an axis.</summary>
internal sealed unsafe class GatherElementsKernel<T> : Kernel where T : unmanaged
{
    private static readonly IndexRule s_rule = new("TakeAlongAxis");

    private readonly KernelArguments _arguments;
    private readonly IndexRule _rule;
    private readonly int _length;
    private readonly int _count;
    private readonly int _inner;
    private readonly int _outer;
    private readonly bool _wide;
    private readonly int _chunks;
    private readonly Job _job;

    internal GatherElementsKernel(GatherElements primitive, KernelArguments arguments)
    {
        int axis = primitive.Axis;
        _rule = primitive.Rule ?? s_rule;
        _arguments = arguments;
        int[] y = arguments.OutputSpec.Shape.ToArray();
        _length = arguments.InputSpecs[0].Shape[axis];
        _count = y[axis];
        _inner = Strides.Product(y, axis + 1, y.Length);
        _outer = Strides.Product(y, 0, axis);
        Bounds.Count("the indices of TakeAlongAxis", (long)_outer * _count * _inner, arguments.InputSpecs[1].Shape.Size());
        Bounds.Count("what TakeAlongAxis reads", (long)_outer * _length * _inner, arguments.InputSpecs[0].Shape.Size());
        _wide = arguments.InputSpecs[1].DType == DType.Int64;
        _chunks = (long)_outer * _count * _inner < 65_536 ? 1 : Math.Min(_outer, Split.Chunks);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    private void RunChunk(int chunk)
    {
        T* x = _arguments.Inputs[0].As<T>();
        byte* indices = _arguments.Inputs[1].Address;
        T* y = _arguments.Output.As<T>();
        int end = (int)Split.Start(_outer, _chunks, chunk + 1);
        for (int o = (int)Split.Start(_outer, _chunks, chunk); o < end; o++)
        {
            T* slab = x + ((long)o * _length * _inner);
            long at = (long)o * _count * _inner;
            for (int i = 0; i < _count; i++)
            {
                for (int k = 0; k < _inner; k++, at++)
                {
                    long index = _wide ? ((long*)indices)[at] : ((int*)indices)[at];
                    if ((ulong)index >= (ulong)_length)
                    {
                        throw _rule.Refuse(index, _length);
                    }

                    y[at] = slab[(index * _inner) + k];
                }
            }
        }
    }

    private sealed class ChunkJob(GatherElementsKernel<T> kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}
