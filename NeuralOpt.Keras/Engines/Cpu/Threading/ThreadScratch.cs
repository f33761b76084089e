namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Working memory of the running thread: packed panels, borders, tiles.</summary>
/// <remarks>It belongs to the thread and not to the kernel, so it stays in the core's cache from one kernel to the next.</remarks>
internal static unsafe class ThreadScratch
{
    [ThreadStatic]
    private static ThreadBlock? s_block;

    /// <summary>Memory of this thread, 64-byte aligned, contents arbitrary; valid until the next call on this thread.</summary>
    internal static byte* Get(nuint bytes) => (s_block ??= new ThreadBlock()).Get(bytes);
}
