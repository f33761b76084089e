using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Greatest elements by segment.</summary>
    /// <param name="data">(n, rest).</param>
    /// <param name="segmentIds">(n), integers; those below 0 or at least <paramref name="numSegments"/> are left out.</param>
    /// <param name="numSegments">Number of segments; null for one more than the greatest id, which needs real ids.</param>
    /// <param name="sorted">Whether the ids ascend; a hint that is not needed here.</param>
    /// <returns>(numSegments, rest), the dtype of <paramref name="data"/>; an empty segment has the least number of that type.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#segment_max-function"/>
    public static Tensor SegmentMax(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false)
        => Segment(data, segmentIds, numSegments, Limits(data.DType).Least, ScatterKind.Max);

    /// <summary>Least elements by segment.</summary>
    /// <param name="data">(n, rest).</param>
    /// <param name="segmentIds">(n), integers; those below 0 or at least <paramref name="numSegments"/> are left out.</param>
    /// <param name="numSegments">Number of segments; null for one more than the greatest id, which needs real ids.</param>
    /// <param name="sorted">Whether the ids ascend; a hint that is not needed here.</param>
    /// <returns>(numSegments, rest), the dtype of <paramref name="data"/>; an empty segment has the greatest number of that type.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#segment_min-function"/>
    public static Tensor SegmentMin(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false)
        => Segment(data, segmentIds, numSegments, Limits(data.DType).Greatest, ScatterKind.Min);

    /// <summary>Products by segment.</summary>
    /// <param name="data">(n, rest).</param>
    /// <param name="segmentIds">(n), integers; those below 0 or at least <paramref name="numSegments"/> are left out.</param>
    /// <param name="numSegments">Number of segments; null for one more than the greatest id, which needs real ids.</param>
    /// <param name="sorted">Whether the ids ascend; a hint that is not needed here.</param>
    /// <returns>(numSegments, rest), the dtype of <paramref name="data"/>; an empty segment has 1.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#segment_prod-function"/>
    public static Tensor SegmentProd(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false)
        => Segment(data, segmentIds, numSegments, 1, ScatterKind.Multiply);

    private static Tensor Segment(Tensor data, Tensor segmentIds, int? numSegments, double start, ScatterKind kind)
    {
        int segments = numSegments ?? (segmentIds.Size == 0 ? 0 : Lengths.Of("Segment", Lengths.Whole("Segment", "a segment's number", ((Tensor)Max(segmentIds)).Item()) + 1L));
        Tensor empty = BroadcastTo(Tensor.ScalarOf(start, data.DType), Shape.Of(segments).Concat(data.Shape[1..]));
        return ScatterInto(empty, ExpandDims(segmentIds, -1), data, kind);
    }

    /// <summary>The finite ends of a type's range.</summary>
    private static (double Least, double Greatest) Limits(DType dtype) => dtype switch
    {
        DType.Float32 => (float.MinValue, float.MaxValue),
        DType.Float64 => (double.MinValue, double.MaxValue),
        DType.Float16 => ((double)Half.MinValue, (double)Half.MaxValue),
        DType.Int32 => (int.MinValue, int.MaxValue),
        DType.Int64 => (long.MinValue, long.MaxValue),
        DType.UInt8 => (0, byte.MaxValue),
        DType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        DType.Int16 => (short.MinValue, short.MaxValue),
        DType.UInt16 => (0, ushort.MaxValue),
        DType.UInt32 => (0, uint.MaxValue),
        _ => (0, 1),
    };
}
