namespace NeuralOpt.Keras.Metrics;

/// <summary>Whether a class is among those with the highest predictions.</summary>
internal static class TopK
{
    /// <summary>A class is in if fewer than <paramref name="k"/> predictions exceed its own: equal ones do not count against it.</summary>
    internal static Tensor Hits(Tensor labels, Tensor yPred, int k)
    {
        Tensor index = Ops.ExpandDims(Ops.Cast(labels, DType.Int32), -1);
        Tensor own = Ops.TakeAlongAxis(yPred, index, -1);
        Tensor better = Ops.Sum(Ops.Cast(yPred > own, DType.Int32), -1);
        return Ops.Cast(Ops.Less(better, k), DType.Float32);
    }
}
