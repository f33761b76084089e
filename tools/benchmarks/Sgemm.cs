using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>A single-precision matrix product of the library, ready to be timed.</summary>
internal sealed unsafe class Sgemm
{
    private static readonly Lazy<Sgemm> s_unit = new(static () => new(1024, 1024, 1024));

    private readonly Buffer[] _memory;
    private readonly Kernel _kernel;
    private readonly Buffer _scratch;

    internal Sgemm(int m, int n, int k)
    {
        (M, N, K) = (m, n, k);
        _memory = [Memory.Random((long)m * k), Memory.Random((long)k * n), Memory.Random((long)m * n)];
        Operand[] at = Array.ConvertAll(_memory, static b => new Operand { Address = b.Address });
        _kernel = MatMul.Create(DType.Float32, new MatMulShape(m, n, k), at[0], at[1], at[2]);
        _scratch = Memory.Scratch(_kernel);
    }

    internal int M { get; }

    internal int N { get; }

    internal int K { get; }

    internal double Flops => 2.0 * M * N * K;

    internal float* A => (float*)_memory[0].Address;

    internal float* B => (float*)_memory[1].Address;

    internal float* C => (float*)_memory[2].Address;

    /// <summary>g: milliseconds of a product of 1024 x 1024 x 1024 on all cores, the median of five.</summary>
    internal static double UnitMilliseconds()
    {
        Sgemm unit = s_unit.Value;
        unit.Run(WorkerPool.Shared);
        return Spread.Of(Enumerable.Range(0, 5).Select(_ =>
        {
            double start = Watch.Now;
            unit.Run(WorkerPool.Shared);
            return Watch.Now - start;
        })).Median;
    }

    internal void Run(WorkerPool pool)
    {
        _kernel.Run(pool);
        GC.KeepAlive(_scratch);
    }
}
