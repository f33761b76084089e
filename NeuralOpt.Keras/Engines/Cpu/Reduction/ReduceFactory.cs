namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class ReduceFactory : KernelFactory<Reduce>
{
    protected override Kernel Create(Reduce primitive, KernelArguments arguments)
    {
        int[] x = arguments.InputSpecs[0].Shape.ToArray();
        DType dtype = arguments.InputSpecs[0].DType;
        if (primitive.Kind is ReduceKind.ArgMax or ReduceKind.ArgMin)
        {
            return ArgReduceKernel.Make(primitive, arguments);
        }

        if (x.Contains(0))
        {
            return new EmptyReduceKernel(primitive.Kind is ReduceKind.Product or ReduceKind.All ? 1 : 0, arguments);
        }

        Type function = primitive.Kind switch
        {
            ReduceKind.Sum => typeof(AddFunction),
            ReduceKind.Product => typeof(MultiplyFunction),
            ReduceKind.Max or ReduceKind.Any => typeof(MaximumFunction),
            _ => typeof(MinimumFunction),
        };
        return new ReduceKernel([.. Stages(x, primitive.Axes).Select(s => Stage(function, dtype, s.Outer, s.Length, s.Inner))], arguments);
    }

    /// <summary>One stage a group of neighbouring reduced axes, the last group first: no transposition is ever needed.</summary>
    internal static List<(int Outer, int Length, int Inner)> Stages(int[] x, Axes axes)
    {
        List<(int, int, int)> stages = [];
        int inner = 1;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            if (!axes.Contains(i))
            {
                inner *= x[i];
                continue;
            }

            int first = i;
            while (first > 0 && axes.Contains(first - 1))
            {
                first--;
            }

            int length = Strides.Product(x, first, i + 1);
            if (length > 1)
            {
                stages.Add((Strides.Product(x, 0, first), length, inner));
            }

            i = first;
        }

        if (stages.Count == 0)
        {
            stages.Add((1, 1, inner));
        }

        return stages;
    }

    private static ReduceStage Stage(Type function, DType dtype, int outer, int length, int inner)
    {
        Type type = dtype == DType.Float32
            ? typeof(VectorReduceStage<,,>).MakeGenericType([function, .. Simd.TypesOf(Simd.Level)])
            : typeof(ReduceStage<,>).MakeGenericType(function, Element.TypeOf(dtype));
        return (ReduceStage)Activator.CreateInstance(type, outer, length, inner)!;
    }

    /// <summary>What reducing nothing gives: the function's neutral element.</summary>
    private sealed unsafe class EmptyReduceKernel(int value, KernelArguments arguments) : Kernel
    {
        internal override void Run(WorkerPool pool)
        {
            byte* neutral = stackalloc byte[8];
            long one = value;
            byte** x = stackalloc byte*[1];
            x[0] = (byte*)&one;
            Loops.Cast(DType.Int64, arguments.OutputSpec.DType).Run(x, 0, neutral, 1);
            x[0] = neutral;
            Loops.Copy(arguments.OutputSpec.DType).Run(x, 1, arguments.Output.Address, arguments.OutputSpec.Shape.Size());
        }
    }
}

/// <summary>The stages of a reduction, one after the other, intermediate results in scratch.</summary>
internal sealed unsafe class ReduceKernel : Kernel
{
    private readonly ReduceStage[] _stages;
    private readonly KernelArguments _arguments;
    private readonly nuint[] _partials;
    private readonly nuint[] _results;

    internal ReduceKernel(ReduceStage[] stages, KernelArguments arguments)
    {
        (_stages, _arguments) = (stages, arguments);
        int size = arguments.OutputSpec.DType.Size();
        _partials = new nuint[stages.Length];
        _results = new nuint[stages.Length];
        nuint bytes = 0;
        for (int i = 0; i < stages.Length; i++)
        {
            _partials[i] = bytes;
            bytes += Aligned(stages[i].PartialElements * size);
            _results[i] = bytes;
            bytes += i < stages.Length - 1 ? Aligned((long)stages[i].Outer * stages[i].Inner * size) : 0;
        }

        ScratchBytes = bytes;
    }

    internal override nuint ScratchBytes { get; }

    internal override void Run(WorkerPool pool)
    {
        byte* from = _arguments.Inputs[0].Address;
        for (int i = 0; i < _stages.Length; i++)
        {
            byte* to = i == _stages.Length - 1 ? _arguments.Output.Address : Scratch + _results[i];
            _stages[i].Reduce(pool, from, to, Scratch + _partials[i]);
            from = to;
        }
    }

    private static nuint Aligned(long bytes) => (nuint)((bytes + 63) / 64 * 64);
}
