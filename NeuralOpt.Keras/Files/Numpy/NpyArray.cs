namespace NeuralOpt.Keras.Files.Numpy;

/// <summary>An array as it lies in memory: row-major, in this machine's byte order.</summary>
internal sealed record NpyArray(DType DType, int[] Shape, byte[] Data)
{
    internal Tensor ToTensor()
    {
        Tensor tensor = Tensor.Uninitialized(new TensorSpec(Shape, DType));
        Data.CopyTo(tensor.Buffer.Span<byte>());
        return tensor;
    }
}
