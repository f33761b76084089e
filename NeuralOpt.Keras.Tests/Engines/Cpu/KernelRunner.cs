using System.Runtime.InteropServices;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

/// <summary>Runs kernels at the widths and thread counts that tests ask for.</summary>
internal static unsafe class KernelRunner
{
    private static readonly Lazy<WorkerPool[]> s_pools = new(() => [new(1), new(2), new(3)]);

    /// <summary>The levels of this machine as test data.</summary>
    internal static IEnumerable<object[]> Levels => Simd.Levels.Select(level => new object[] { (int)level });

    /// <param name="kernel">What to run, once.</param>
    /// <param name="threads">1 to 3.</param>
    internal static void Run(Kernel kernel, int threads)
    {
        // Garbage in the scratch, for it promises no contents; one spare byte range to see a stray write.
        nuint bytes = kernel.ScratchBytes;
        byte* scratch = (byte*)NativeMemory.AlignedAlloc(bytes + 64, 64);
        try
        {
            new Span<byte>(scratch, checked((int)bytes + 64)).Fill(0xFF);
            kernel.Scratch = scratch;
            kernel.Run(s_pools.Value[threads - 1]);
            Assert.IsFalse(new Span<byte>(scratch + bytes, 64).ContainsAnyExcept((byte)0xFF), "wrote past the scratch");
        }
        finally
        {
            NativeMemory.AlignedFree(scratch);
        }
    }

    /// <summary>Managed bytes that this thread allocates in the second run.</summary>
    internal static long AllocatedByARun(Kernel kernel)
    {
        Run(kernel, 1);
        byte* scratch = (byte*)NativeMemory.AlignedAlloc(kernel.ScratchBytes + 64, 64);
        kernel.Scratch = scratch;
        kernel.Run(s_pools.Value[1]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run(s_pools.Value[1]);
        long after = GC.GetAllocatedBytesForCurrentThread();
        NativeMemory.AlignedFree(scratch);
        return after - before;
    }
}
