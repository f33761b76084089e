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
        => axis is { } a ? Argsort(x, Axis.One("Argsort", a, x.Rank), descending: false) : Argsort(Ravel(x), 0);

    /// <summary>The indices that put the element of rank <paramref name="kth"/> in its place, smaller ones before it, greater ones after it.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="kth">Rank from 0; negative counts from the greatest.</param>
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

        a = Axis.One("Argpartition", a, x.Rank);
        kth = Axis.One("Argpartition", kth, x.Shape.At(a) ?? throw new ShapeException($"Argpartition: the axis must have a known length. Received shape: {x.Shape}."));

        // The first kth + 1 in ascending order, then the rest in order of index.
        Tensor rank = Argsort(Argsort(x, a, descending: false), a, descending: false);
        return Argsort(Minimum(rank, kth + 1), a, descending: false);
    }

    /// <summary>The greatest elements along the last axis, in descending order, and where they are.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="k">How many.</param>
    /// <param name="sorted">Whether they must be in order; they always are.</param>
    /// <returns>(..., k) the values, of the dtype of <paramref name="x"/>, and their int32 indices; of equal values the lower index comes first.</returns>
    /// <exception cref="ShapeException">The last axis is shorter than <paramref name="k"/>.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#top_k-function"/>
    public static (Tensor Values, Tensor Indices) TopK(Tensor x, int k, bool sorted = true)
    {
        if (x.Rank == 0 || k < 0 || x.Shape.At(^1) < k)
        {
            throw new ShapeException($"TopK: the last axis must have at least k = {k} elements. Received shape: {x.Shape}.");
        }

        Tensor indices = SliceAxis(Argsort(x, x.Rank - 1, descending: true), x.Rank - 1, 0, k);
        return (TakeAlongAxis(x, indices, -1), indices);
    }

    /// <summary>Whether the target is among the k greatest predictions.</summary>
    /// <param name="targets">(batch), integers: the class of each row.</param>
    /// <param name="predictions">(batch, classes), floating point.</param>
    /// <param name="k">How many predictions count; equal ones count as one place.</param>
    /// <returns>(batch), bool; false where the prediction of the target is not finite.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#in_top_k-function"/>
    public static Tensor InTopK(Tensor targets, Tensor predictions, int k)
    {
        Tensor target = TakeAlongAxis(predictions, ExpandDims(targets, -1), -1);
        Tensor better = Sum(Cast(Greater(predictions, target), DType.Int32), -1);
        Tensor finite = Op.Apply(new ConstantOp(UnaryKind.IsFinite), Squeeze(target, -1));
        return BinaryOp.Apply(new ConstantBinaryOp(BinaryKind.LogicalAnd), Less(better, k), finite);
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
