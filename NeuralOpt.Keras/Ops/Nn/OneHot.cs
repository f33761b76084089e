namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>A new axis that is 1 at the element's number and 0 elsewhere.</summary>
    /// <param name="x">Integers; a number outside the classes gives zeros only.</param>
    /// <param name="numClasses">Length of the new axis.</param>
    /// <param name="axis">Place of the new axis; the last by default.</param>
    /// <param name="dtype">Type of the result; float32 by default.</param>
    /// <param name="sparse">Must be false: there are no sparse tensors.</param>
    /// <returns>One rank more than <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#one_hot-function"/>
    public static Tensor OneHot(Tensor x, int numClasses, int axis = -1, DTypeLike? dtype = null, bool sparse = false)
    {
        Guard.NotNull(x);
        RefuseSparse("OneHot", sparse);
        Guard.AtLeast(1, numClasses, "OneHot", "numClasses");

        int place = Axis.One("OneHot", axis, x.Rank + 1);
        int[] along = [.. Enumerable.Repeat(1, x.Rank + 1)];
        along[place] = numClasses;
        Tensor classes = Reshape(Arange(numClasses), Shape.Of(along));
        return Cast(Equal(ExpandDims(IndexChecks.Whole("OneHot", "the numbers", x), place), classes), dtype ?? DType.Float32);
    }

    /// <summary>For each row of numbers, 1 at every number that occurs and 0 elsewhere.</summary>
    /// <param name="inputs">Integers, (classes present) or (batch, classes present, ...).</param>
    /// <param name="numClasses">Length of the new axis; must be given.</param>
    /// <param name="axis">Place of the new axis before the rows are joined; the last by default.</param>
    /// <param name="dtype">Type of the result; float32 by default.</param>
    /// <param name="sparse">Must be false: there are no sparse tensors.</param>
    /// <returns>(numClasses) or (batch, ..., numClasses).</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#multi_hot-function"/>
    public static Tensor MultiHot(Tensor inputs, int? numClasses = null, int axis = -1, DTypeLike? dtype = null, bool sparse = false)
        => Max(OneHot(inputs, numClasses ?? throw new KerasArgumentException("MultiHot: numClasses must be given. Received: null."), axis, dtype, sparse), inputs.Rank > 1 ? 1 : 0);
}
