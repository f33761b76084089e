namespace NeuralOpt.Keras.Metrics;

/// <summary>A metric of class numbers, which may be told of one that stands for no class.</summary>
internal interface IClassMetric
{
    /// <summary>A label that the loss leaves out: it stands for no class here either, and is missed.</summary>
    int? Ignored { get; set; }
}

/// <summary>Class numbers beside the predictions of all classes.</summary>
/// <param name="Classes">The classes, int32 or int64, all in range.</param>
/// <param name="Valid">Which of them were no negative numbers: those stand for no class, and are missed.</param>
internal readonly record struct ClassLabels(Tensor Classes, Tensor Valid)
{
    /// <summary>Checks labels of a metric: they must be whole numbers below the number of classes, and fit the predictions.</summary>
    /// <param name="place">The metric.</param>
    /// <param name="yTrue">(batch, ...) or (batch, ..., 1).</param>
    /// <param name="yPred">(batch, ..., classes).</param>
    /// <param name="ignored">A label that stands for no class, although it is none below their number.</param>
    internal static ClassLabels Of(string place, Tensor yTrue, Tensor yPred, int? ignored = null)
    {
        Tensor labels = IndexChecks.Whole(place, "labels", Column(yTrue, yPred));
        if (yPred.Rank == 0 || !labels.Shape.IsCompatibleWith(yPred.Shape[..^1]))
        {
            throw new ShapeException($"labels must have the shape of the predictions without the last axis. Received shapes: {yTrue.Shape}, {yPred.Shape}.");
        }

        labels = ignored is { } none ? Ops.Where(Ops.Equal(labels, none), -1, labels) : labels;
        Tensor classes = IndexChecks.Within(Ops.Maximum(labels, 0), yPred.Shape[^1], new(place, "labels", FromEnd: false));
        return new(classes, Ops.GreaterEqual(labels, 0));
    }

    /// <summary>Labels without a last axis of length 1 that the predictions have for their classes.</summary>
    internal static Tensor Column(Tensor yTrue, Tensor yPred)
        => yTrue.Rank > 0 && yTrue.Rank == yPred.Rank && yTrue.Shape.At(^1) == 1 ? Ops.Squeeze(yTrue, -1) : yTrue;
}
