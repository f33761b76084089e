namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Strides in memory, in elements.</summary>
internal static class Strides
{
    /// <summary>Those of a contiguous tensor.</summary>
    internal static long[] Of(int[] lengths)
    {
        long[] strides = new long[lengths.Length];
        long stride = 1;
        for (int i = lengths.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= lengths[i];
        }

        return strides;
    }

    /// <summary>The product of a range of lengths.</summary>
    internal static int Product(int[] lengths, int start, int end)
        => Lengths.Product("cpu engine", lengths.AsSpan(start, end - start));
}
