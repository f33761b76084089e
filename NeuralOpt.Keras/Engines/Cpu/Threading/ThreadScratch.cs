using System.Runtime.InteropServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Working memory of the running thread: packed panels, borders, tiles.</summary>
/// <remarks>
/// It belongs to the thread and not to the kernel, so it stays in the core's cache from one kernel to the next.
/// It grows to the largest size asked for and is freed with its thread.
/// </remarks>
internal sealed unsafe class ThreadScratch
{
    [ThreadStatic]
    private static ThreadScratch? s_current;

    private byte* _memory;
    private nuint _size;

    ~ThreadScratch() => NativeMemory.AlignedFree(_memory);

    /// <summary>Memory of this thread, 64-byte aligned, contents arbitrary; valid until the next call on this thread.</summary>
    internal static byte* Get(nuint bytes)
    {
        ThreadScratch scratch = s_current ??= new ThreadScratch();
        if (scratch._size < bytes)
        {
            scratch.Grow(bytes);
        }

        return scratch._memory;
    }

    private void Grow(nuint bytes)
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
        _size = 0;
        nuint size = (bytes + 4095) / 4096 * 4096;
        _memory = (byte*)NativeMemory.AlignedAlloc(size, 4096);
        _size = size;
    }
}
