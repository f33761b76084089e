using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Adds up slices by segment: <c>y[s] = sum of data[i] where segmentIds[i] == s</c>.</summary>
    /// <param name="data">(n, rest).</param>
    /// <param name="segmentIds">(n), integers; those below 0 or at least <paramref name="numSegments"/> are left out.</param>
    /// <param name="numSegments">Number of segments; null for one more than the greatest id, which needs real ids.</param>
    /// <param name="sorted">Whether the ids ascend; a hint that is not needed here.</param>
    /// <returns>(numSegments, rest), the dtype of <paramref name="data"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#segment_sum-function"/>
    public static Tensor SegmentSum(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false)
    {
        int segments = numSegments ?? (segmentIds.Size == 0 ? 0 : Lengths.Of("Segment", Lengths.Whole("Segment", "a segment's number", ((Tensor)Max(segmentIds)).Item()) + 1L));
        Tensor zeros = Zeros(Shape.Of(segments).Concat(data.Shape[1..]), data.DType);
        return ScatterInto(zeros, ExpandDims(segmentIds, -1), data, ScatterKind.Add);
    }

    /// <summary><paramref name="x"/> with updates joined in at indices (n, k), k leading axes indexed; others are left out when out of range.</summary>
    internal static Tensor ScatterInto(Tensor x, Tensor indices, Tensor updates, ScatterKind kind)
        => Op.Apply(new ScatterOp(kind), x, indices.DType == DType.Int64 ? indices : Cast(indices, DType.Int32), Cast(updates, x.DType));

    private sealed class ScatterOp(ScatterKind kind) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
        {
            int k = x[1].Shape.At(^1) ?? 1;
            return x[1].Shape.Rank == 2 && x[2].Shape.IsCompatibleWith(x[1].Shape[..1].Concat(x[0].Shape[k..]))
                ? x[0]
                : throw Mismatch("updates must have a slice of x for each row of indices", x);
        }

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.Scatter(kind);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            switch (kind)
            {
                case ScatterKind.Add:
                    return [dy, null, GatherNd(dy, x[1])];
                case ScatterKind.Set:
                    Tensor kept = ScatterInto(OnesLike(x[0]), x[1], ZerosLike(x[2]), ScatterKind.Set);
                    return [Multiply(dy, kept), null, GatherNd(dy, x[1])];
                case ScatterKind.Multiply:
                    return ProductGradient(dy, x[0], x[1], x[2]);
                default:
                    // The winners share the gradient, as in TensorFlow.
                    Tensor winners = Cast(Equal(x[2], GatherNd(y, x[1])), dy.DType);
                    Tensor from = Cast(Equal(x[0], y), dy.DType);
                    Tensor count = ScatterInto(from, x[1], winners, ScatterKind.Add);
                    Tensor share = Divide(dy, Maximum(count, 1));
                    return [Multiply(share, from), null, Multiply(GatherNd(share, x[1]), winners)];
            }
        }

        // An update's gradient is the product of what else was multiplied; a factor of 0 is counted apart.
        private static Tensor?[] ProductGradient(Tensor dy, Tensor x, Tensor indices, Tensor updates)
        {
            Tensor isZero = Equal(updates, 0);
            Tensor factors = Where(isZero, 1, updates);
            Tensor zeros = GatherNd(ScatterInto(ZerosLike(x), indices, Cast(isZero, x.DType), ScatterKind.Add), indices);
            Tensor product = GatherNd(ScatterInto(x, indices, factors, ScatterKind.Multiply), indices);
            Tensor others = Where(isZero, Where(Equal(zeros, 1), product, 0), Where(Equal(zeros, 0), Divide(product, factors), 0));
            Tensor all = ScatterInto(OnesLike(x), indices, updates, ScatterKind.Multiply);
            return [Multiply(dy, all), null, Multiply(GatherNd(dy, indices), others)];
        }
    }

    /// <summary>Slices of <paramref name="x"/> at indices (n, k), k leading axes indexed.</summary>
    internal static Tensor GatherNd(Tensor x, Tensor indices)
    {
        int k = indices.Shape[1];
        Tensor flat = indices.DType == DType.Int64 ? indices : Cast(indices, DType.Int32);
        Tensor row = Squeeze(SliceAxis(flat, 1, 0, 1), 1);
        for (int i = 1; i < k; i++)
        {
            row = Add(Multiply(row, x.Shape[i]), Squeeze(SliceAxis(flat, 1, i, i + 1), 1));
        }

        return Take(Reshape(x, Shape.Of(-1).Concat(x.Shape[k..])), row, 0);
    }
}
