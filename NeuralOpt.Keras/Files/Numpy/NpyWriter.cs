namespace NeuralOpt.Keras.Files.Numpy;

/// <summary>Writes <c>.npy</c> format 1.0, row-major, byte for byte as NumPy does.</summary>
internal static class NpyWriter
{
    // A span cannot count the bytes of a tensor of 2 GiB, so that it is written in parts.
    private const int PartBytes = 1 << 20;

    internal static void Write(Stream stream, DType dtype, ReadOnlySpan<int> shape, ReadOnlySpan<byte> data)
    {
        stream.Write(NpyHeader.Format(dtype, shape));
        stream.Write(data);
    }

    internal static void Write(Stream stream, Tensor array)
    {
        stream.Write(NpyHeader.Format(array.DType, array.Shape.ToArray()));
        byte[] part = new byte[Math.Min(array.Spec.Bytes, PartBytes)];
        for (long at = 0; at < array.Spec.Bytes; at += part.Length)
        {
            int bytes = (int)Math.Min(part.Length, array.Spec.Bytes - at);
            array.Buffer.Read(ref part[0], bytes, at);
            stream.Write(part, 0, bytes);
        }
    }
}
