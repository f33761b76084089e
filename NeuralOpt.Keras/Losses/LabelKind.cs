namespace NeuralOpt.Keras.Losses;

/// <summary>What labels are, seen from their shape and the predictions'.</summary>
internal enum LabelKinds
{
    Binary, Sparse, Categorical,
}

/// <summary>Keras's rule by which <c>"accuracy"</c> and <c>"crossentropy"</c> find their class.</summary>
internal static class LabelKind
{
    internal static LabelKinds Of(Shape yTrue, Shape yPred)
    {
        int? labels = yTrue.Rank == 0 ? null : yTrue.At(^1);
        int? classes = yPred.Rank == 0 ? null : yPred.At(^1);
        return classes == 1 ? LabelKinds.Binary
            : yTrue.Rank < yPred.Rank || (labels == 1 && classes > 1) ? LabelKinds.Sparse
            : LabelKinds.Categorical;
    }
}

/// <summary>What a loss compares.</summary>
internal enum LabelRule
{
    /// <summary>A label with each prediction: both have one shape, or broadcast.</summary>
    Elements,

    /// <summary>The number of a class with the predictions of all classes; it stays an integer where it comes as one.</summary>
    Classes,

    /// <summary>What the loss's author likes.</summary>
    Free,
}
