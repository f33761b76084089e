using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>Whether memory may be taken, asked before it is taken: a sentence with the bytes instead of a process that dies.</summary>
internal static class HostMemory
{
    // Below this nobody asks, so that small tensors cost nothing.
    private const long Unasked = 1 << 20;

    private static readonly long s_physical = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
    private static readonly AsyncLocal<long?> s_limit = new();

    /// <summary>Refuses more than so many bytes at a time in this asynchronous flow, until the result is disposed; 1 MiB is always allowed.</summary>
    internal static IDisposable Limit(long bytes)
    {
        Scope scope = new(s_limit.Value);
        s_limit.Value = bytes;
        return scope;
    }

    /// <summary>An array of the managed heap whose length was computed from a caller's numbers; its elements are zero.</summary>
    /// <param name="length">Number of elements.</param>
    /// <param name="place">Who asks, for the sentence.</param>
    /// <exception cref="TensorMemoryException">The array would not fit.</exception>
    internal static T[] Array<T>(long length, string place)
    {
        long bytes = Bytes(length, Unsafe.SizeOf<T>());
        Claim(bytes, place);
        return Take(static n => new T[n], length, bytes, place);
    }

    /// <summary>Asks for memory that the caller takes next.</summary>
    /// <exception cref="TensorMemoryException">It is more than this process may have.</exception>
    internal static void Claim(long bytes, string place)
    {
        if (bytes > Unasked && bytes > Math.Min(s_physical, s_limit.Value ?? long.MaxValue))
        {
            throw new TensorMemoryException(place, bytes);
        }
    }

    /// <summary>Takes memory through the collector, whose refusal becomes a sentence.</summary>
    internal static T[] Take<T>(Func<int, T[]> allocate, long length, long bytes, string place)
    {
        if (length > System.Array.MaxLength)
        {
            throw new TensorMemoryException(place, bytes);
        }

        try
        {
            return allocate((int)length);
        }
        catch (OutOfMemoryException e)
        {
            throw new TensorMemoryException(place, bytes, e);
        }
    }

    /// <summary>Bytes of so many elements; the largest number if they are more than that.</summary>
    internal static long Bytes(long count, int size) => size == 0 || count <= long.MaxValue / size ? count * size : long.MaxValue;

    private sealed class Scope(long? outer) : IDisposable
    {
        public void Dispose() => s_limit.Value = outer;
    }
}
