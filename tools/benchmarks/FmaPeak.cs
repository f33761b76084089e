using System.Diagnostics;
using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>The most multiply-adds that the cores can do: fourteen chains in registers, nothing else: enough where a multiply-add is two instructions.</summary>
internal static class FmaPeak
{
    // Some 15 ms: a thread that slept may take some of them to get its core back.
    private const int Turns = 40;

    private static readonly float[] s_sink = new float[64];

    private static readonly Dictionary<int, WorkerPool> s_pools = [];

    /// <summary>GFLOP/s on so many threads, at the width that the kernels use.</summary>
    internal static double Measure(int threads)
    {
        Work work = Simd.Level switch
        {
            SimdLevel.V512 => new Work<Simd512, System.Runtime.Intrinsics.Vector512<float>>(),
            SimdLevel.V256 => new Work<Simd256, System.Runtime.Intrinsics.Vector256<float>>(),
            _ => new Work<Simd128, System.Runtime.Intrinsics.Vector128<float>>(),
        };
        WorkerPool pool = Pool(threads);
        pool.Run(work, threads);
        double best = 0;
        for (int i = 0; i < Turns; i++)
        {
            long start = Stopwatch.GetTimestamp();
            pool.Run(work, threads);
            best = Math.Max(best, threads * work.Flops / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9);
        }

        return best;
    }

    /// <summary>A pool of so many threads; that of the library where it has as many.</summary>
    internal static WorkerPool Pool(int threads)
    {
        if (WorkerPool.Shared.Threads == threads)
        {
            return WorkerPool.Shared;
        }

        if (!s_pools.TryGetValue(threads, out WorkerPool? pool))
        {
            s_pools[threads] = pool = new WorkerPool(threads);
        }

        return pool;
    }

    private abstract class Work : Job
    {
        internal abstract double Flops { get; }
    }

    private sealed unsafe class Work<S, V> : Work
        where S : struct, ISimd<V>
        where V : struct
    {
        private const int Rounds = 100_000;

        internal override double Flops => 2.0 * 14 * S.Width * Rounds;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal override void Run(int chunk)
        {
            V x = S.Broadcast(0.5f), y = S.Broadcast(0.25f);
            V a = S.Zero, b = S.Zero, c = S.Zero, d = S.Zero, e = S.Zero, f = S.Zero;
            V g = S.Zero, h = S.Zero, i = S.Zero, j = S.Zero, k = S.Zero, l = S.Zero, m = S.Zero, n = S.Zero;
            for (int round = 0; round < Rounds; round++)
            {
                a = S.Fma(a, x, y);
                b = S.Fma(b, x, y);
                c = S.Fma(c, x, y);
                d = S.Fma(d, x, y);
                e = S.Fma(e, x, y);
                f = S.Fma(f, x, y);
                g = S.Fma(g, x, y);
                h = S.Fma(h, x, y);
                i = S.Fma(i, x, y);
                j = S.Fma(j, x, y);
                k = S.Fma(k, x, y);
                l = S.Fma(l, x, y);
                m = S.Fma(m, x, y);
                n = S.Fma(n, x, y);
            }

            V sum = S.Add(S.Add(S.Add(a, b), S.Add(c, d)), S.Add(S.Add(e, f), S.Add(S.Add(g, h), S.Add(S.Add(i, j), S.Add(S.Add(k, l), S.Add(m, n))))));
            fixed (float* sink = s_sink)
            {
                S.Store(sink + (chunk % 2 * S.Width), sum);
            }
        }
    }
}
