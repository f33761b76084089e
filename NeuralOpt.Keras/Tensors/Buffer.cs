using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralOpt.Keras;

/// <summary>Memory of one or more eager tensors: ordinary garbage-collected memory that does not move, 64-byte aligned.</summary>
internal sealed unsafe class Buffer
{
    private const int Alignment = 64;

    // 8-byte elements, so that one array reaches past 2 GiB. The field keeps the memory alive.
    private readonly ulong[] _memory;

    private Buffer(ulong[] memory, long bytes)
    {
        _memory = memory;
        Bytes = bytes;
        nuint start = (nuint)Unsafe.AsPointer(ref memory[0]);
        Address = (byte*)((start + (Alignment - 1)) & ~(nuint)(Alignment - 1));
    }

    internal long Bytes { get; }

    internal byte* Address { get; }

    /// <summary>Whether a variable or a compiled step may hold this memory too: who wants to write copies it first.</summary>
    internal bool IsShared { get; set; }

    /// <exception cref="TensorMemoryException">There is not so much memory.</exception>
    internal static Buffer Zeros(long bytes) => Take(bytes, static n => GC.AllocateArray<ulong>(n, pinned: true));

    /// <summary>The contents are whatever was there: the caller writes every byte.</summary>
    /// <exception cref="TensorMemoryException">There is not so much memory.</exception>
    internal static Buffer Uninitialized(long bytes) => Take(bytes, static n => GC.AllocateUninitializedArray<ulong>(n, pinned: true));

    /// <remarks>The span does not keep the memory alive: its user holds the buffer.</remarks>
    internal Span<T> Span<T>() where T : unmanaged => new(Address, checked((int)(Bytes / sizeof(T))));

    /// <summary>Copies bytes in from managed memory, also more of them than a span can count.</summary>
    internal void Write(ref readonly byte from, long bytes, long at = 0)
    {
        fixed (byte* source = &from)
        {
            System.Buffer.MemoryCopy(source, At(at, bytes), bytes, bytes);
        }

        GC.KeepAlive(this);
    }

    /// <summary>Copies bytes out to managed memory, also more of them than a span can count.</summary>
    internal void Read(ref byte to, long bytes, long at = 0)
    {
        fixed (byte* target = &to)
        {
            System.Buffer.MemoryCopy(At(at, bytes), target, bytes, bytes);
        }

        GC.KeepAlive(this);
    }

    /// <summary>Copies bytes from another buffer.</summary>
    internal void Write(Buffer from, long fromAt, long bytes, long at = 0)
    {
        System.Buffer.MemoryCopy(from.At(fromAt, bytes), At(at, bytes), bytes, bytes);
        GC.KeepAlive(from);
        GC.KeepAlive(this);
    }

    /// <summary>Makes all bytes 0.</summary>
    internal void Clear()
    {
        NativeMemory.Clear(Address, (nuint)Bytes);
        GC.KeepAlive(this);
    }

    internal Buffer Copy()
    {
        Buffer copy = Uninitialized(Bytes);
        System.Buffer.MemoryCopy(Address, copy.Address, Bytes, Bytes);
        return copy;
    }

    private byte* At(long at, long bytes)
        => at >= 0 && bytes >= 0 && at <= Bytes - bytes
            ? Address + at
            : throw new EngineException($"Tensor: a copy must stay inside its memory of {Bytes} bytes. Received: {bytes} bytes from byte {at}.");

    private static Buffer Take(long bytes, Func<int, ulong[]> allocate)
    {
        HostMemory.Claim(bytes, "Tensor");

        // The array begins at a multiple of 8, so the aligned address lies at most Alignment - 8 behind it.
        return new(HostMemory.Take(allocate, (bytes + Alignment - 1) / 8, bytes, "Tensor"), bytes);
    }
}
