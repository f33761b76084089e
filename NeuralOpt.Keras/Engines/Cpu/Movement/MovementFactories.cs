namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class TransposeFactory : KernelFactory<Transpose>
{
    protected override Kernel Create(Transpose primitive, KernelArguments arguments)
    {
        long[] strides = Strides.Of(arguments.InputSpecs[0].Shape.ToArray());
        return Movement.Read(arguments, 0, [.. primitive.Permutation.Select(a => strides[a])]);
    }
}

internal sealed class BroadcastToFactory : KernelFactory<BroadcastTo>
{
    protected override Kernel Create(BroadcastTo primitive, KernelArguments arguments)
    {
        int[] x = arguments.InputSpecs[0].Shape.ToArray();
        long[] strides = Strides.Of(x);
        int added = arguments.OutputSpec.Shape.Rank - x.Length;
        long[] from = new long[added + x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            from[added + i] = x[i] == 1 ? 0 : strides[i];
        }

        return Movement.Read(arguments, 0, from);
    }
}

internal sealed class StridedSliceFactory : KernelFactory<StridedSlice>
{
    protected override Kernel Create(StridedSlice primitive, KernelArguments arguments)
    {
        long[] strides = Strides.Of(arguments.InputSpecs[0].Shape.ToArray());
        long start = 0;
        for (int i = 0; i < strides.Length; i++)
        {
            start += primitive.Start[i] * strides[i];
            strides[i] *= primitive.Step[i];
        }

        return Movement.Read(arguments, start, strides);
    }
}

internal sealed class ReverseFactory : KernelFactory<Reverse>
{
    protected override Kernel Create(Reverse primitive, KernelArguments arguments)
    {
        int[] x = arguments.InputSpecs[0].Shape.ToArray();
        long[] strides = Strides.Of(x);
        long start = 0;
        foreach (int axis in primitive.Axes)
        {
            start += (x[axis] - 1) * strides[axis];
            strides[axis] = -strides[axis];
        }

        return Movement.Read(arguments, start, strides);
    }
}

internal sealed class ConcatFactory : KernelFactory<Concat>
{
    protected override Kernel Create(Concat primitive, KernelArguments arguments)
    {
        long[] to = Strides.Of(arguments.OutputSpec.Shape.ToArray());
        StridedCopy[] copies = new StridedCopy[arguments.Inputs.Length];
        long start = 0;
        for (int i = 0; i < copies.Length; i++)
        {
            int[] x = arguments.InputSpecs[i].Shape.ToArray();
            copies[i] = new(
                arguments.Inputs[i], arguments.Output, arguments.OutputSpec.DType.Size(), x, 0, Strides.Of(x), start, to, arguments.InputSpecs[i].Shape.Size(), arguments.OutputSpec.Shape.Size());
            start += x[primitive.Axis] * to[primitive.Axis];
        }

        return new MovementKernel(null, arguments.Output, arguments.OutputSpec, copies);
    }
}

internal sealed class PadFactory : KernelFactory<Pad>
{
    protected override Kernel Create(Pad primitive, KernelArguments arguments)
    {
        int[] x = arguments.InputSpecs[0].Shape.ToArray();
        int[] y = arguments.OutputSpec.Shape.ToArray();
        long[] from = Strides.Of(x);
        long[] to = Strides.Of(y);
        long fromStart = 0;
        long toStart = 0;
        bool covers = true;
        for (int i = 0; i < x.Length; i++)
        {
            // Elements first to last of this axis land inside the output.
            long apart = primitive.Interior[i] + 1L;
            long low = primitive.Low[i];
            long first = low >= 0 ? 0 : (-low + apart - 1) / apart;
            long last = Math.Min(x[i] - 1, FloorDivide(y[i] - 1 - low, apart));
            covers &= apart == 1 && last - first + 1 == y[i];
            x[i] = (int)Math.Max(0, last - first + 1);
            fromStart += first * from[i];
            toStart += (low + (first * apart)) * to[i];
            to[i] *= apart;
        }

        StridedCopy copy = new(
            arguments.Inputs[0], arguments.Output, arguments.OutputSpec.DType.Size(), x, fromStart, from, toStart, to, arguments.InputSpecs[0].Shape.Size(), arguments.OutputSpec.Shape.Size());
        return new MovementKernel(covers ? null : arguments.Inputs[1], arguments.Output, arguments.OutputSpec, [copy]);
    }

    private static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((-a + b - 1) / b);
}

/// <summary>What the factories of one copy share.</summary>
internal static class Movement
{
    /// <summary>Fills the output in order from a walk through the first input.</summary>
    internal static Kernel Read(KernelArguments arguments, long start, long[] strides)
    {
        int[] y = arguments.OutputSpec.Shape.ToArray();
        StridedCopy copy = new(
            arguments.Inputs[0], arguments.Output, arguments.OutputSpec.DType.Size(), y, start, strides, 0, Strides.Of(y),
            arguments.InputSpecs[0].Shape.Size(), arguments.OutputSpec.Shape.Size());
        return new MovementKernel(null, arguments.Output, arguments.OutputSpec, [copy]);
    }
}
