namespace NeuralOpt.Keras;

/// <summary>Memory of bare numbers: <c>x * 2</c> in a loop finds its 2 again.</summary>
/// <remarks>It is marked shared, so that who writes to a tensor of it writes to a copy. Threads may meet here: an entry never changes, it is replaced whole.</remarks>
internal static class Numbers
{
    private const int Entries = 256;

    private static readonly Entry?[] s_entries = new Entry?[Entries];

    /// <summary>Memory that holds the number in a dtype.</summary>
    internal static Buffer MemoryOf(double value, DType dtype)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        ref Entry? place = ref s_entries[(HashCode.Combine(bits, dtype) & int.MaxValue) % Entries];
        Entry? entry = Volatile.Read(ref place);
        if (entry is null || entry.Bits != bits || entry.DType != dtype)
        {
            Tensor number = Tensor.Uninitialized(TensorSpec.Scalar(dtype));
            number.WriteDouble(0, value);
            number.Buffer.IsShared = true;
            Volatile.Write(ref place, entry = new(bits, dtype, number.Buffer));
        }

        return entry.Memory;
    }

    private sealed record Entry(long Bits, DType DType, Buffer Memory);
}
