using System.Runtime.InteropServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Native memory of one thread for one purpose: it grows to the largest size asked for and is freed with its thread.</summary>
internal sealed unsafe class ThreadBlock
{
    private nuint _size;

    ~ThreadBlock() => NativeMemory.AlignedFree(Address);

    internal byte* Address { get; private set; }

    /// <summary>At least so many bytes, 64-byte aligned, contents arbitrary; an earlier address is no longer valid.</summary>
    internal byte* Get(nuint bytes)
    {
        if (_size < bytes)
        {
            NativeMemory.AlignedFree(Address);
            Address = null;
            _size = 0;
            nuint size = (bytes + 4095) / 4096 * 4096;
            Address = (byte*)NativeMemory.AlignedAlloc(size, 4096);
            _size = size;
        }

        return Address;
    }
}
