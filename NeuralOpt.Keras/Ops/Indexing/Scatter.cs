using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    private static readonly IndexRule s_scatter = new("Scatter", FromEnd: false);

    /// <summary>Adds up slices by segment: <c>y[s] = sum of data[i] where segmentIds[i] == s</c>.</summary>
    /// <param name="data">(n, rest).</param>
    /// <param name="segmentIds">(n), integers; those below 0 are left out.</param>
    /// <param name="numSegments">Number of segments; null for one more than the largest id, which needs real ids.</param>
    /// <param name="sorted">Whether the ids ascend; a hint that is not needed here.</param>
    /// <returns>(numSegments, rest), the dtype of <paramref name="data"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not below <paramref name="numSegments"/>.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#segment_sum-function"/>
    public static Tensor SegmentSum(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false)
    {
        if (Promotion.Widened(Guard.NotNull(data)) is { } wide)
        {
            return Cast(SegmentSum(wide, segmentIds, numSegments), DType.Float16);
        }

        Tensor zeros = Zeros(Shape.Of(SegmentCount("SegmentSum", segmentIds, numSegments)).Concat(SliceShape("SegmentSum", data)), data.DType);
        return ScatterInto(zeros, ExpandDims(segmentIds, -1), data, ScatterKind.Add, Segments("SegmentSum"));
    }

    /// <summary><paramref name="x"/> with updates joined in at indices (n, k), k leading axes indexed; the rule is that of indices out of range.</summary>
    internal static Tensor ScatterInto(Tensor x, Tensor indices, Tensor updates, ScatterKind kind, IndexRule? rule = null)
    {
        rule ??= s_scatter;
        if (x.Shape.IsKnown && x.Shape.Contains(0) && indices.IsConcrete)
        {
            RequirePlaces(x.Shape, indices, rule);
        }

        return Op.Apply(new ScatterOp(kind, rule), x, IndexChecks.Whole(rule.Place, rule.What, indices), Promotion.To(updates, x.DType, rule.Place));
    }

    // An engine is not asked to compute a tensor without elements; an index of one is still wrong.
    private static void RequirePlaces(Shape x, Tensor indices, IndexRule rule)
    {
        for (int i = 0; i < indices.Size; i++)
        {
            double index = indices.ReadDouble(i);
            int length = x[i % indices.Shape[^1]];
            if (index >= length || (index < 0 && !rule.DropsNegative))
            {
                throw rule.Refuse((long)index, length);
            }
        }
    }

    private static IndexRule Segments(string op) => new(op, "segment ids", FromEnd: false, DropsNegative: true);

    private sealed class ScatterOp(ScatterKind kind, IndexRule rule) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
        {
            int k = x[1].Shape.At(^1) ?? 1;
            return x[1].Shape.Rank == 2 && x[2].Shape.IsCompatibleWith(x[1].Shape[..1].Concat(x[0].Shape[k..]))
                ? x[0]
                : throw Mismatch("updates must have a slice of x for each row of indices", x);
        }

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.Scatter(kind, rule);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            switch (kind)
            {
                case ScatterKind.Add:
                    return [dy, null, At(dy, x[1])];
                case ScatterKind.Set:
                    Tensor kept = ScatterInto(OnesLike(x[0]), x[1], ZerosLike(x[2]), ScatterKind.Set, rule);
                    return [Multiply(dy, kept), null, At(dy, x[1])];
                case ScatterKind.Multiply:
                    return ProductGradient(dy, x[0], x[1], x[2]);
                default:
                    // The winners share the gradient, as in TensorFlow.
                    Tensor winners = Cast(Equal(x[2], At(y, x[1])), dy.DType);
                    Tensor from = Cast(Equal(x[0], y), dy.DType);
                    Tensor count = ScatterInto(from, x[1], winners, ScatterKind.Add, rule);
                    Tensor share = Divide(dy, Maximum(count, 1));
                    return [Multiply(share, from), null, Multiply(At(share, x[1]), winners)];
            }
        }

        // What is at the indices; 0 for an update that was left out.
        private Tensor At(Tensor t, Tensor indices)
        {
            if (!rule.DropsNegative)
            {
                return GatherNd(t, indices);
            }

            Tensor kept = GatherNd(t, Maximum(indices, 0));
            Shape slices = Shape.Of(indices.Shape.At(0)).Concat(Shape.Of(Enumerable.Repeat(1, t.Rank - 1)));
            return Where(Reshape(Less(indices, 0), slices), 0, kept);
        }

        // An update's gradient is the product of what else was multiplied; a factor of 0 is counted apart.
        private Tensor?[] ProductGradient(Tensor dy, Tensor x, Tensor indices, Tensor updates)
        {
            Tensor isZero = Equal(updates, 0);
            Tensor factors = Where(isZero, 1, updates);
            Tensor zeros = At(ScatterInto(ZerosLike(x), indices, Cast(isZero, x.DType), ScatterKind.Add, rule), indices);
            Tensor product = At(ScatterInto(x, indices, factors, ScatterKind.Multiply, rule), indices);
            Tensor others = Where(isZero, Where(Equal(zeros, 1), product, 0), Where(Equal(zeros, 0), Divide(product, factors), 0));
            Tensor all = ScatterInto(OnesLike(x), indices, updates, ScatterKind.Multiply, rule);
            return [Multiply(dy, all), null, Multiply(At(dy, indices), others)];
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
