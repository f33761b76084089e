namespace NeuralOpt.Keras.Training;

/// <summary>From a weight a class to a weight a sample.</summary>
internal static class ClassWeights
{
    private const double Tolerance = 1e-3;

    /// <summary>The weight of each sample's class; classes that are not named count 1.</summary>
    /// <param name="y">Class numbers (samples) or (samples, ..., 1), or rows of one-hot or of shares (samples, ..., classes).</param>
    /// <param name="weights">By class number.</param>
    /// <param name="place">Who asks, for the error.</param>
    /// <exception cref="ArgumentException">The last axis is neither 1 nor that of classes.</exception>
    internal static Tensor ToSampleWeights(Tensor y, IReadOnlyDictionary<int, double> weights, string place)
    {
        if (y.Rank >= 2 && y.Shape[^1] != 1 && !AreShares(y))
        {
            throw new KerasArgumentException(
                $"{place}: classWeight must come with class numbers, (samples) or (samples, steps, 1), or with one-hot rows, (samples, classes). Received: y of shape {y.Shape} whose rows are not one-hot.");
        }

        Tensor classes = y.Rank < 2 ? y : y.Shape.At(^1) == 1 ? Ops.Squeeze(y, -1) : Ops.Argmax(y, -1);
        int[] labels = IndexChecks.Whole("classWeight", "labels", classes).ToArray<int>();
        float[] result = new float[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            result[i] = (float)(weights.TryGetValue(labels[i], out double w) ? w : 1);
        }

        return Tensor.From<float>(result, classes.Shape);
    }

    private static bool AreShares(Tensor y)
    {
        Tensor rows = Ops.Cast(y, DType.Float32);
        return (bool)(Ops.All(rows >= 0.0) & Ops.All(Ops.Abs(Ops.Sum(rows, -1) - 1.0) < Tolerance));
    }
}
