namespace NeuralOpt.Keras.Training;

/// <summary>From a weight a class to a weight a sample.</summary>
internal static class ClassWeights
{
    /// <summary>The weight of each sample's class; classes that are not named count 1.</summary>
    /// <param name="y">Class numbers, or one-hot rows.</param>
    /// <param name="weights">By class number.</param>
    internal static Tensor ToSampleWeights(Tensor y, IReadOnlyDictionary<int, double> weights)
    {
        Tensor classes = y.Rank < 2 ? y : y.Shape.At(^1) == 1 ? Ops.Squeeze(y, -1) : Ops.Argmax(y, -1);
        int[] labels = Ops.Cast(classes.DType.IsFloating() ? Ops.Round(classes) : classes, DType.Int32).ToArray<int>();
        float[] result = new float[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            result[i] = (float)(weights.TryGetValue(labels[i], out double w) ? w : 1);
        }

        return Tensor.From<float>(result, classes.Shape);
    }
}
