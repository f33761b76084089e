namespace NeuralOpt.Keras.Files.Numpy;

/// <summary>Writes <c>.npy</c> format 1.0, row-major, byte for byte as NumPy does.</summary>
internal static class NpyWriter
{
    internal static void Write(Stream stream, DType dtype, ReadOnlySpan<int> shape, ReadOnlySpan<byte> data)
    {
        stream.Write(NpyHeader.Format(dtype, shape));
        stream.Write(data);
    }

    internal static void Write(Stream stream, Tensor array)
    {
        Write(stream, array.DType, array.Shape.ToArray(), array.Buffer.Span<byte>()[..checked((int)array.Spec.Bytes)]);
        // The span alone does not keep the memory.
        GC.KeepAlive(array);
    }
}
