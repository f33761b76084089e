using System.Globalization;

namespace NeuralOpt.Keras;

/// <summary>The memory asked for does not fit; the message says how many bytes it was.</summary>
public sealed class TensorMemoryException : OutOfMemoryException, IKerasException
{
    /// <summary>Says who asked for how much.</summary>
    /// <param name="place">Where the memory was needed.</param>
    /// <param name="bytes">How many bytes were asked for.</param>
    /// <param name="inner">What the system said, if it was asked.</param>
    internal TensorMemoryException(string place, long bytes, Exception? inner = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"{place}: the values must fit into memory. Received: {bytes:N0} bytes."), inner)
        => Bytes = bytes;

    /// <summary>How many bytes were asked for.</summary>
    public long Bytes { get; }
}
