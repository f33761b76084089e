using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Maximum by segment.</summary>
    /// <param name="data">(n, rest).</param>
    /// <param name="segmentIds">(n), integers; those below 0 are left out.</param>
    /// <param name="numSegments">Number of segments; null for one more than the largest id, which needs real ids.</param>
    /// <param name="sorted">Whether the ids ascend; a hint that is not needed here.</param>
    /// <returns>(numSegments, rest), the dtype of <paramref name="data"/>; an empty segment has the least number of that type.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not below <paramref name="numSegments"/>.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#segment_max-function"/>
    public static Tensor SegmentMax(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false)
        => Segment("SegmentMax", Guard.NotNull(data), segmentIds, numSegments, data.DType.Limits().Least, ScatterKind.Max);

    /// <summary>Least elements by segment.</summary>
    /// <param name="data">(n, rest).</param>
    /// <param name="segmentIds">(n), integers; those below 0 are left out.</param>
    /// <param name="numSegments">Number of segments; null for one more than the largest id, which needs real ids.</param>
    /// <param name="sorted">Whether the ids ascend; a hint that is not needed here.</param>
    /// <returns>(numSegments, rest), the dtype of <paramref name="data"/>; an empty segment has the largest number of that type.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not below <paramref name="numSegments"/>.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#segment_min-function"/>
    public static Tensor SegmentMin(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false)
        => Segment("SegmentMin", Guard.NotNull(data), segmentIds, numSegments, data.DType.Limits().Greatest, ScatterKind.Min);

    /// <summary>Products by segment.</summary>
    /// <param name="data">(n, rest).</param>
    /// <param name="segmentIds">(n), integers; those below 0 are left out.</param>
    /// <param name="numSegments">Number of segments; null for one more than the largest id, which needs real ids.</param>
    /// <param name="sorted">Whether the ids ascend; a hint that is not needed here.</param>
    /// <returns>(numSegments, rest), the dtype of <paramref name="data"/>; an empty segment has 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not below <paramref name="numSegments"/>.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#segment_prod-function"/>
    public static Tensor SegmentProd(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false)
        => Segment("SegmentProd", Guard.NotNull(data), segmentIds, numSegments, 1, ScatterKind.Multiply);

    private static Tensor Segment(string op, Tensor data, Tensor segmentIds, int? numSegments, double start, ScatterKind kind)
    {
        Shape shape = Shape.Of(SegmentCount(op, segmentIds, numSegments)).Concat(SliceShape(op, data));
        Tensor empty = BroadcastTo(Tensor.ScalarOf(start, data.DType), shape);
        return ScatterInto(empty, ExpandDims(segmentIds, -1), data, kind, Segments(op));
    }

    private static int SegmentCount(string op, Tensor segmentIds, int? numSegments)
    {
        Guard.NotNull(segmentIds, op);
        return numSegments is { } given ? Guard.AtLeast(0, given, op, "numSegments")
            : segmentIds.Size == 0 ? 0
            : Lengths.Of(op, Math.Max(0, (long)IndexChecks.Whole(op, "segment ids", Max(segmentIds)) + 1));
    }

    private static Shape SliceShape(string op, Tensor data)
        => Guard.NotNull(data, op).Rank > 0 ? data.Shape[1..] : throw new ShapeException($"{op}: data must have at least one axis. Received shape: {data.Shape}.");
}
