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
