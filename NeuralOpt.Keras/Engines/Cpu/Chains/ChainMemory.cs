using System.Runtime.InteropServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The running thread's memory for what one member of a chain hands to the next, one sample of each.</summary>
/// <remarks>It is used again for every sample, so it stays in the core's cache: that is what chains are for.</remarks>
internal sealed unsafe class ChainMemory
{
    [ThreadStatic]
    private static ChainMemory? s_current;

    private byte* _memory;
    private nuint _size;

    ~ChainMemory() => NativeMemory.AlignedFree(_memory);

    /// <summary>What <see cref="Require"/> has seen to on this thread.</summary>
    internal static byte* Current => s_current!._memory;

    /// <summary>Sees to it that this thread has so much.</summary>
    internal static void Require(nuint bytes)
    {
        ChainMemory memory = s_current ??= new ChainMemory();
        if (memory._size < bytes)
        {
            NativeMemory.AlignedFree(memory._memory);
            memory._memory = null;
            memory._size = 0;
            nuint size = (bytes + 4095) / 4096 * 4096;
            memory._memory = (byte*)NativeMemory.AlignedAlloc(size, 4096);
            memory._size = size;
        }
    }
}
