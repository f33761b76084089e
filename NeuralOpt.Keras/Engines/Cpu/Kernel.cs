namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A place in memory that a kernel reads or writes. The program that owns it may move it between runs.</summary>
/// <remarks>Addresses are 64-byte aligned, elements contiguous and row-major. Reading past the last element is never allowed.</remarks>
internal sealed unsafe class Operand
{
    internal byte* Address;

    internal float* Float => (float*)Address;

    internal T* As<T>() where T : unmanaged => (T*)Address;
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
