
namespace NeuralOpt.Keras.Saving.Numpy;

/// <summary>Writes <c>.npy</c> format 1.0, little-endian and row-major, byte for byte as NumPy does.</summary>
internal static class NpyWriter
{
    internal static void Write(Stream stream, DType dtype, ReadOnlySpan<int> shape, ReadOnlySpan<byte> data)
    {
        stream.Write(NpyHeader.Format(dtype, shape));
        if (!BitConverter.IsLittleEndian && NpyDescr.Format(dtype)[1..] is [_, not '1'] name)
        {
            data = Reversed(data, name[1] - '0');
        }

        stream.Write(data);
    }

    private static byte[] Reversed(ReadOnlySpan<byte> data, int size)
    {
        byte[] result = data.ToArray();
        for (int i = 0; i < result.Length; i += size)
        {
            result.AsSpan(i, size).Reverse();
        }

        return result;
    }
}
