namespace NeuralOpt.Keras.Losses;

/// <summary>The check that integer labels are classes of the predictions.</summary>
internal static class SparseLabels
{
    internal static void Check(Loss loss, Tensor yTrue, Shape predictions, int axis, int? ignored)
    {
        if (!yTrue.IsConcrete || predictions.Rank == 0 || predictions.At(axis) is not { } classes)
        {
            return;
        }

        for (int i = 0; i < yTrue.Size; i++)
        {
            double label = yTrue.ReadDouble(i);
            if (label != ignored && !(double.IsInteger(label) && label >= 0 && label < classes))
            {
                throw new KerasArgumentOutOfRangeException(
                    FormattableString.Invariant($"{loss.GetType().Name}: labels must be {(double.IsInteger(label) ? "" : "whole numbers, ")}at least 0 and below {classes}. Received: {label}."));
            }
        }
    }
}
