using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Makes the kernel that finds the place of the largest or least element.</summary>
internal static class ArgReduceKernel
{
    internal static Kernel Make(Reduce primitive, KernelArguments arguments)
        => (Kernel)Activator.CreateInstance(
            typeof(ArgReduceKernel<>).MakeGenericType(Element.TypeOf(arguments.InputSpecs[0].DType)),
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic,
            null,
            [primitive, arguments],
            null)!;
}

/// <summary>The first winner along one axis; NaN wins.</summary>
internal sealed unsafe class ArgReduceKernel<T> : Kernel where T : unmanaged
{
    private readonly KernelArguments _arguments;
    private readonly bool _max;
    private readonly int _outer;
    private readonly int _length;
    private readonly int _inner;
    private readonly int _chunks;
    private readonly Job _job;

    internal ArgReduceKernel(Reduce primitive, KernelArguments arguments)
    {
        _arguments = arguments;
        _max = primitive.Kind == ReduceKind.ArgMax;
        int[] x = arguments.InputSpecs[0].Shape.ToArray();
        int axis = primitive.Axes.Count == 0 ? 0 : primitive.Axes[0];
        int last = primitive.Axes.Count == 0 ? -1 : primitive.Axes[primitive.Axes.Count - 1];
        _outer = Strides.Product(x, 0, axis);
        _length = Strides.Product(x, axis, last + 1);
        _inner = Strides.Product(x, last + 1, x.Length);
        _chunks = (long)_outer * _length * _inner < 65_536 ? 1 : (int)Math.Min((long)_outer * _inner, Split.Chunks);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunChunk(int chunk)
    {
        long count = (long)_outer * _inner;
        long end = Split.Start(count, _chunks, chunk + 1);
        for (long i = Split.Start(count, _chunks, chunk); i < end; i++)
        {
            T* x = _arguments.Inputs[0].As<T>() + (i / _inner * _length * _inner) + (i % _inner);
            T best = *x;
            int place = 0;
            for (int r = 1; r < _length; r++)
            {
                x += _inner;
                if (_max ? Beats(*x, best) : Beaten(*x, best))
                {
                    best = *x;
                    place = r;
                }
            }

            _arguments.Output.As<int>()[i] = place;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Beats(T x, T best)
        => typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half)
            ? !(Element.ToDouble(x) <= Element.ToDouble(best)) && !double.IsNaN(Element.ToDouble(best))
            : Element.ToLong(x) > Element.ToLong(best);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Beaten(T x, T best)
        => typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half)
            ? !(Element.ToDouble(x) >= Element.ToDouble(best)) && !double.IsNaN(Element.ToDouble(best))
            : Element.ToLong(x) < Element.ToLong(best);

    private sealed class ChunkJob(ArgReduceKernel<T> kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}
