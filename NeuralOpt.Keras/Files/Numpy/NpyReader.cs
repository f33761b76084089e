using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NeuralOpt.Keras.Files.Numpy;

/// <summary>Reads one <c>.npy</c> file into row-major memory of this machine's byte order.</summary>
internal static class NpyReader
{
    /// <summary>Reads an array. What stands behind it is not looked at, as NumPy does: <c>numpy.save</c> may write several into one file.</summary>
    /// <param name="stream">At the first byte of the file.</param>
    /// <param name="length">Bytes of the whole file: what the header declares must fit into it.</param>
    /// <param name="where">The file's name in messages.</param>
    internal static NpyArray Read(Stream stream, long length, string where)
    {
        NpyHeader header = NpyHeader.Read(stream, length, where, out int headerBytes);
        long bytes = header.Elements * header.Descr.Size;
        if (bytes > length - headerBytes || bytes > Array.MaxLength)
        {
            throw new InvalidFileException(
                $"{where}: shape ({string.Join(", ", header.Shape)}) of {header.Descr.Size}-byte elements must fit into the file and be below 2 GiB. "
                + $"Received: {length - headerBytes} bytes of data.");
        }

        byte[] data = GC.AllocateUninitializedArray<byte>((int)bytes);
        if (stream.ReadAtLeast(data, data.Length, throwOnEndOfStream: false) < data.Length)
        {
            throw NpyHeader.Truncated(where, length);
        }

        if (header.Descr.Swap)
        {
            Swap(data, header.Descr.Size);
        }

        if (header.FortranOrder)
        {
            data = ToRowMajor(data, header);
        }

        CheckValues(data, header.Descr, where);
        return new NpyArray(header.Descr.DType, header.Shape, data);
    }

    private static void Swap(Span<byte> data, int size)
    {
        switch (size)
        {
            case 2:
                Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(data);
                BinaryPrimitives.ReverseEndianness(words, words);
                break;
            case 4:
                Span<uint> dwords = MemoryMarshal.Cast<byte, uint>(data);
                BinaryPrimitives.ReverseEndianness(dwords, dwords);
                break;
            case 8:
                Span<ulong> qwords = MemoryMarshal.Cast<byte, ulong>(data);
                BinaryPrimitives.ReverseEndianness(qwords, qwords);
                break;
        }
    }

    private static byte[] ToRowMajor(byte[] data, NpyHeader header)
    {
        if (header.Shape.Length < 2 || data.Length == 0)
        {
            return data;
        }

        byte[] result = GC.AllocateUninitializedArray<byte>(data.Length);
        switch (header.Descr.Size)
        {
            case 1:
                Transpose<byte>(data, result, header.Shape);
                break;
            case 2:
                Transpose<ushort>(MemoryMarshal.Cast<byte, ushort>(data), MemoryMarshal.Cast<byte, ushort>(result.AsSpan()), header.Shape);
                break;
            case 4:
                Transpose<uint>(MemoryMarshal.Cast<byte, uint>(data), MemoryMarshal.Cast<byte, uint>(result.AsSpan()), header.Shape);
                break;
            default:
                Transpose<ulong>(MemoryMarshal.Cast<byte, ulong>(data), MemoryMarshal.Cast<byte, ulong>(result.AsSpan()), header.Shape);
                break;
        }

        return result;
    }

    private static void Transpose<T>(ReadOnlySpan<T> columns, Span<T> rows, int[] shape)
    {
        int[] stride = new int[shape.Length];
        stride[0] = 1;
        for (int axis = 1; axis < shape.Length; axis++)
        {
            stride[axis] = stride[axis - 1] * shape[axis - 1];
        }

        int[] index = new int[shape.Length];
        int from = 0;
        for (int to = 0; to < rows.Length; to++)
        {
            rows[to] = columns[from];
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                from += stride[axis];
                if (++index[axis] < shape[axis])
                {
                    break;
                }

                from -= stride[axis] * shape[axis];
                index[axis] = 0;
            }
        }
    }

    private static void CheckValues(ReadOnlySpan<byte> data, NpyDescr descr, string where)
    {
        if (descr.DType == DType.Bool && data.ContainsAnyExceptInRange((byte)0, (byte)1))
        {
            throw new InvalidFileException($"{where}: an element of a bool array must be 0 or 1. Received: {data[data.IndexOfAnyExceptInRange((byte)0, (byte)1)]}.");
        }

        if (descr.IsUInt64)
        {
            foreach (long value in MemoryMarshal.Cast<byte, long>(data))
            {
                if (value < 0)
                {
                    throw new InvalidFileException($"{where}: uint64 is read as int64, so that no element may be above {long.MaxValue}. Received: {(ulong)value}.");
                }
            }
        }
    }
}
