namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The last look before memory is touched: asked once when a kernel is made, in every build, never for each element.</summary>
/// <remarks>Shapes are checked where they are computed; what comes here and is wrong is a fault above, and must not read or write foreign memory.</remarks>
internal static class Bounds
{
    /// <summary>A walk must stay inside memory of <paramref name="count"/> elements.</summary>
    internal static void Walk(int[] lengths, long offset, long[] strides, long count)
    {
        // In 128 bits, so that the check itself does not wrap.
        (Int128 least, Int128 greatest) = (offset, offset);
        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] <= 0)
            {
                return;
            }

            Int128 span = (Int128)(lengths[i] - 1) * strides[i];
            (least, greatest) = span < 0 ? (least + span, greatest) : (least, greatest + span);
        }

        if (least < 0 || greatest >= count)
        {
            throw new EngineException($"cpu engine: a copy must stay inside its memory of {count} elements. Received: elements {least} to {greatest}.");
        }
    }

    /// <summary>Windows must be such that the places of all their elements are 32-bit numbers.</summary>
    internal static void Windows(ReadOnlySpan<int> input, ReadOnlySpan<int> output, ReadOnlySpan<int> window, ReadOnlySpan<int> strides, ReadOnlySpan<int> low, ReadOnlySpan<int> dilation)
    {
        (long inputs, long outputs, long taps) = (1, 1, 1);
        for (int i = 0; i < input.Length; i++)
        {
            long end = ((output[i] - 1L) * strides[i]) + ((window[i] - 1L) * (dilation.Length == 0 ? 1 : dilation[i])) + 1;
            bool fits = end <= int.MaxValue && (long)input[i] + Math.Abs((long)low[i]) <= int.MaxValue;
            (inputs, outputs, taps) = (inputs * input[i], outputs * output[i], taps * window[i]);
            if (!fits || Math.Max(inputs, Math.Max(outputs, taps)) > int.MaxValue)
            {
                throw new EngineException(
                    $"cpu engine: windows must end within {int.MaxValue} elements. Received: {window[i]} elements of axis {i}, moved by {strides[i]}, {output[i]} times.");
            }
        }
    }

    /// <summary>What a kernel will read or write must be what is there.</summary>
    internal static void Count(string what, long expected, long given)
    {
        if (expected != given)
        {
            throw new EngineException($"cpu engine: {what} must have {expected} elements. Received: {given}.");
        }
    }
}
