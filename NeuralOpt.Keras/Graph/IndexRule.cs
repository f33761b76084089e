namespace NeuralOpt.Keras.Engines;

/// <summary>How an index that lies outside its axis is refused: by the name of the op, layer or metric that the user called.</summary>
/// <param name="Place">Who takes the indices.</param>
/// <param name="What">What they are called there.</param>
/// <param name="FromEnd">Whether negative ones count from the end; they are made positive above the seam.</param>
/// <param name="DropsNegative">Whether negative ones mean that there is nothing to do.</param>
internal sealed record IndexRule(string Place, string What = "indices", bool FromEnd = true, bool DropsNegative = false)
{
    /// <summary>The exception for an index of an axis.</summary>
    internal KerasArgumentOutOfRangeException Refuse(long index, int length)
    {
        long received = FromEnd && index < 0 ? index - length : index;
        return new(length == 0 ? $"{Place}: {What} must be of an axis that is not empty. Received: {received} for an axis of length 0."
            : FromEnd ? $"{Place}: {What} must be between {-length} and {length - 1} for an axis of length {length}. Received: {received}."
            : $"{Place}: {What} must be at least 0 and below {length}. Received: {received}.");
    }
}
