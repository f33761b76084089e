using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The elements in ascending order along an axis; NaN comes last.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axis; null sorts the flattened tensor.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#sort-function"/>
    public static Tensor Sort(Tensor x, int? axis = -1)
        => axis is { } a ? TakeAlongAxis(x, Argsort(x, a), a) : Sort(Ravel(x), 0);

    /// <summary>The indices that sort along an axis; of equal elements the lower index comes first.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axis; null sorts the flattened tensor.</param>
    /// <returns>int32, the shape of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#argsort-function"/>
    public static Tensor Argsort(Tensor x, int? axis = -1)
        => axis is { } a ? Argsort(x, Axis.One("Argsort", a, x), descending: false) : Argsort(Ravel(x), 0);

    /// <summary>The indices that put the element of rank <paramref name="kth"/> in its place, smaller ones before it, greater ones after it.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="kth">Rank from 0; negative counts from the largest.</param>
    /// <param name="axis">The axis; null partitions the flattened tensor.</param>
    /// <returns>int32, the shape of <paramref name="x"/>.</returns>
    /// <remarks>Those before it ascend, those after it keep their order. Keras on TensorFlow truncates the elements to integers first; here they are compared as they are.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#argpartition-function"/>
    public static Tensor Argpartition(Tensor x, int kth, int? axis = -1)
    {
        if (axis is not { } a)
        {
            return Argpartition(Ravel(x), kth, 0);
        }

        a = Axis.One("Argpartition", a, x);
        kth = Axis.One("Argpartition", kth, x.Shape.At(a) ?? throw new ShapeException($"Argpartition: the axis must have a known length. Received shape: {x.Shape}."));

        // The first kth + 1 in ascending order, then the rest in order of index.
        Tensor rank = Argsort(Argsort(x, a, descending: false), a, descending: false);
        return Argsort(Minimum(rank, kth + 1), a, descending: false);
    }

    /// <summary>The largest elements along the last axis, in descending order, and where they are.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="k">How many.</param>
    /// <param name="sorted">Whether they must be in order; they always are.</param>
    /// <returns>(..., k) the values, of the dtype of <paramref name="x"/>, and their int32 indices; of equal values the lower index comes first.</returns>
    /// <exception cref="ShapeException">The last axis is shorter than <paramref name="k"/>.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#top_k-function"/>
    public static (Tensor Values, Tensor Indices) TopK(Tensor x, int k, bool sorted = true)
    {
        Guard.AtLeast(0, k, "TopK", "k");
        if (Guard.NotNull(x).Rank == 0 || x.Shape.At(^1) < k)
        {
            throw new ShapeException($"TopK: the last axis must have at least k = {k} elements. Received shape: {x.Shape}.");
        }

        Tensor indices = SliceAxis(Argsort(x, x.Rank - 1, descending: true), x.Rank - 1, 0, k);
        return (TakeAlongAxis(x, indices, -1), indices);
    }

    /// <summary>Whether the target is among the k largest predictions.</summary>
    /// <param name="targets">(batch), integers: the class of each row.</param>
    /// <param name="predictions">(batch, classes), floating point.</param>
    /// <param name="k">How many predictions count; equal ones count as one place.</param>
    /// <returns>The shape of <paramref name="targets"/>, bool; false where the target is no class, and in a row whose predictions are not all finite.</returns>
    /// <remarks>TensorFlow's rule: of a target that is no class it can be said that it is not among them.</remarks>
    /// <exception cref="ArgumentException">A target is no whole number, or <paramref name="k"/> is below 1.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#in_top_k-function"/>
    public static Tensor InTopK(Tensor targets, Tensor predictions, int k)
    {
        Guard.Positive(k, "InTopK", "k");
        if (!Guard.NotNull(targets).Shape.IsCompatibleWith(Guard.NotNull(predictions).Rank == 0 ? default : predictions.Shape[..^1]) || predictions.Rank == 0)
        {
            throw new ShapeException($"InTopK: the targets must have the shape of the predictions without the last axis. Received shapes: {targets.Shape}, {predictions.Shape}.");
        }

        Tensor index = IndexChecks.Whole("InTopK", "targets", targets);
        int classes = KnownLength("InTopK", predictions, predictions.Rank - 1);
        return classes == 0
            ? Zeros(targets.Shape, DType.Bool)
            : AmongTop(Minimum(Maximum(index, 0), classes - 1), LogicalAnd(GreaterEqual(index, 0), Less(index, classes)), predictions, k);
    }

    /// <summary>Whether classes, all in range, are among the k largest of their row; false where they do not count or a prediction of the row is not finite.</summary>
    internal static Tensor AmongTop(Tensor classes, Tensor counts, Tensor predictions, int k)
    {
        Tensor target = TakeAlongAxis(predictions, ExpandDims(classes, -1), -1);
        Tensor better = Sum(Cast(Greater(predictions, target), DType.Int32), -1);
        Tensor hit = LogicalAnd(Less(better, k), counts);
        return predictions.DType.IsFloating() ? LogicalAnd(hit, All(Isfinite(predictions), -1)) : hit;
    }

    private static Tensor Argsort(Tensor x, int axis, bool descending)
    {
        x = x.DType == DType.Bool ? Cast(x, DType.Int32) : x;
        return Swapaxes(Op.Apply(new ArgsortOp(descending), Swapaxes(x, axis, -1)), axis, -1);
    }

    private sealed class ArgsortOp(bool descending) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => x[0] with { DType = DType.Int32 };

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new ArgSort(descending);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null];
    }
}
