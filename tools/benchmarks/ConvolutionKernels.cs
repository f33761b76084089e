using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>The library's kernels of one 3 x 3 convolution without a border, ready to be timed.</summary>
internal sealed class ConvolutionKernels
{
    private readonly Buffer[] _memory;

    internal unsafe ConvolutionKernels(int batch, int size, int cin, int cout)
    {
        ConvGeometry geometry = ConvGeometry.Create(batch, [size, size], cin, [3, 3], cout, [1, 1], [1, 1], [0, 0], [0, 0]);
        int result = size - 2;
        Flops = FlopsOf(batch, size, cin, cout);
        _memory = [Memory.Random((long)batch * size * size * cin), Memory.Random(9L * cin * cout), Memory.Random((long)batch * result * result * cout)];
        Operand[] at = Array.ConvertAll(_memory, static b => new Operand { Address = b.Address });
        Forward = Convolution.Forward(geometry, at[0], at[1], at[2]);
        InputGradient = Convolution.InputGradient(geometry, at[2], at[1], at[0]);
        FilterGradient = Convolution.FilterGradient(geometry, at[0], at[2], at[1]);
        _memory = [.. _memory, .. new[] { Forward, InputGradient, FilterGradient }.Select(Memory.Scratch)];
    }

    internal double Flops { get; }

    internal static double FlopsOf(int batch, int size, int cin, int cout) => 2.0 * batch * (size - 2) * (size - 2) * cout * 9 * cin;

    internal Kernel Forward { get; }

    internal Kernel InputGradient { get; }

    internal Kernel FilterGradient { get; }

    /// <summary>Keeps the memory alive while a kernel runs.</summary>
    internal void Run(Kernel kernel)
    {
        kernel.Run(WorkerPool.Shared);
        GC.KeepAlive(_memory);
    }
}
