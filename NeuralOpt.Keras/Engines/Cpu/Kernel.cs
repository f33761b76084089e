namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A place in memory that a kernel reads or writes. The program that owns it may move it between runs.</summary>
/// <remarks>Addresses are 64-byte aligned, elements contiguous and row-major. Reading past the last element is never allowed.</remarks>
internal sealed unsafe class Operand
{
    internal byte* Address;

    /// <summary>Where it is in the memory that each thread has for a chain, which holds one sample of it; -1 for what has an address.</summary>
    internal long Local { get; init; } = -1;

    internal float* Float => (float*)Address;

    internal T* As<T>() where T : unmanaged => (T*)Address;

    /// <summary>Where a sample begins that lies <paramref name="bytes"/> behind the first.</summary>
    internal byte* At(nint bytes) => Local < 0 ? Address + bytes : ChainMemory.Current + Local;
}

/// <summary>One call of a compiled program: everything but the addresses is fixed when it is made.</summary>
/// <remarks>
/// A kernel is made once and run for every batch, so <see cref="Run"/> allocates nothing on the managed heap.
/// The result does not depend on the number of threads, bit for bit.
/// </remarks>
internal abstract unsafe class Kernel
{
    /// <summary>Bytes of working memory that <see cref="Run"/> needs; asked once, after construction.</summary>
    internal virtual nuint ScratchBytes => 0;

    /// <summary>Set before the first run: <see cref="ScratchBytes"/> bytes, 64-byte aligned, whose contents do not survive the run.</summary>
    internal byte* Scratch { get; set; }

    internal abstract void Run(WorkerPool pool);
}
