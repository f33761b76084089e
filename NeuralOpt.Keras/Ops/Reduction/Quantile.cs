namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Quantile over axes: the value below which that fraction of the sorted elements lies.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="q">The share, from 0 to 1: a number or a vector of them, with values.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="method">Between two elements: <c>"linear"</c>, <c>"lower"</c>, <c>"higher"</c>, <c>"midpoint"</c> or <c>"nearest"</c>.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The shape of <paramref name="q"/>, then the axes that remain; NaN where an element is NaN.</returns>
    /// <exception cref="ArgumentException">A share is outside [0, 1], or the method is unknown.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#quantile-function"/>
    public static Tensor Quantile(Tensor x, Tensor q, Axis? axis = null, string method = "linear", bool keepdims = false)
        => Quantiles("Quantile", x, Shares("Quantile", q, 1), q.Shape, axis, method, keepdims, skipNan: false);

    /// <summary>Quantile over axes, the share in percent; see <see cref="Quantile"/>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="q">The share, from 0 to 100: a number or a vector of them, with values.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="method">Between two elements: <c>"linear"</c>, <c>"lower"</c>, <c>"higher"</c>, <c>"midpoint"</c> or <c>"nearest"</c>.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The shape of <paramref name="q"/>, then the axes that remain; NaN where an element is NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#percentile-function"/>
    public static Tensor Percentile(Tensor x, Tensor q, Axis? axis = null, string method = "linear", bool keepdims = false)
        => Quantiles("Percentile", x, Shares("Percentile", q, 100), q.Shape, axis, method, keepdims, skipNan: false);

    /// <summary>Median over axes: the middle of the sorted elements, or the mean of both in the middle.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>; NaN where an element is NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#median-function"/>
    public static Tensor Median(Tensor x, Axis? axis = null, bool keepdims = false)
        => Quantiles("Median", x, [0.5], default, axis, "linear", keepdims, skipNan: false);

    /// <summary>Quantile over axes, NaN left out; see <see cref="Quantile"/>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="q">The share, from 0 to 1: a number or a vector of them, with values.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="method">Between two elements: <c>"linear"</c>, <c>"lower"</c>, <c>"higher"</c>, <c>"midpoint"</c> or <c>"nearest"</c>.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The shape of <paramref name="q"/>, then the axes that remain; NaN where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanquantile-function"/>
    public static Tensor Nanquantile(Tensor x, Tensor q, Axis? axis = null, string method = "linear", bool keepdims = false)
        => Quantiles("Nanquantile", x, Shares("Nanquantile", q, 1), q.Shape, axis, method, keepdims, skipNan: true);

    /// <summary>Quantile over axes, the share in percent, NaN left out; see <see cref="Quantile"/>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="q">The share, from 0 to 100: a number or a vector of them, with values.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="method">Between two elements: <c>"linear"</c>, <c>"lower"</c>, <c>"higher"</c>, <c>"midpoint"</c> or <c>"nearest"</c>.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The shape of <paramref name="q"/>, then the axes that remain; NaN where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanpercentile-function"/>
    public static Tensor Nanpercentile(Tensor x, Tensor q, Axis? axis = null, string method = "linear", bool keepdims = false)
        => Quantiles("Nanpercentile", x, Shares("Nanpercentile", q, 100), q.Shape, axis, method, keepdims, skipNan: true);

    /// <summary>Median over axes, NaN left out; see <see cref="Median"/>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>; NaN where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanmedian-function"/>
    public static Tensor Nanmedian(Tensor x, Axis? axis = null, bool keepdims = false)
        => Quantiles("Nanmedian", x, [0.5], default, axis, "linear", keepdims, skipNan: true);

    private static double[] Shares(string op, Tensor q, double whole)
    {
        double[] shares = Guard.NotNull(q, op).Weak is { } weak ? [weak / whole] : [.. Enumerable.Range(0, q.Size).Select(i => q.ReadDouble(i) / whole)];
        return System.Array.TrueForAll(shares, static s => s is >= 0 and <= 1)
            ? shares
            : throw new KerasArgumentException($"{op}: q must be between 0 and {whole}. Received: {string.Join(", ", shares.Select(s => s * whole))}.");
    }

    private static Tensor Quantiles(string op, Tensor x, double[] shares, Shape shape, Axis? axis, string method, bool keepdims, bool skipNan)
    {
        x = Promotion.Floating(x, op);
        int[] axes = Axis.Resolve(op, axis, x.Rank);
        int[] rest = [.. Enumerable.Range(0, x.Rank).Except(axes)];
        Shape remaining = rest.Select(i => x.Shape.At(i)).ToArray();
        int? length = ShapeRules.Product(axes.Select(i => x.Shape.At(i)));
        if (length == 0)
        {
            return Full(shape.Concat(ShapeRules.Reduce(x.Shape, axes, keepdims)), double.NaN, x.DType);
        }

        Tensor rows = Reshape(Transpose(x, (int[])[.. rest, .. axes]), remaining.Concat(Shape.Of(length)));
        Tensor sorted = Sort(rows, -1);

        // Where the last element would be among as many as count: NaN is sorted to the end.
        Tensor absent = Isnan(rows);
        Tensor last = skipNan
            ? Sum(Cast(LogicalNot(absent), DType.Float64), -1, keepdims: true) - 1
            : Count(Cast(absent, DType.Float64), [rows.Rank - 1]) - 1;
        Tensor[] each = [.. shares.Select(s => Between(op, sorted, Maximum(last * s, 0), method))];
        Tensor y = shape.Rank == 0 ? each[0] : Reshape(Stack(each), shape.Concat(remaining));
        y = skipNan ? y : Where(Any(absent, -1), double.NaN, y);
        return keepdims ? Reshape(y, shape.Concat(ShapeRules.Reduce(x.Shape, axes, keepDims: true))) : y;
    }

    private static Tensor Between(string op, Tensor sorted, Tensor place, string method)
    {
        Tensor below = Floor(place);
        Tensor share = method switch
        {
            "linear" => place - below,
            "midpoint" => Cast(Greater(place, below), place.DType) * 0.5,
            "lower" => below * 0,
            "higher" => Cast(Greater(place, below), place.DType),
            "nearest" => Round(place) - below,
            _ => throw new KerasArgumentException($"{op}: method must be one of linear, lower, higher, midpoint, nearest. Received: '{method}'."),
        };

        Tensor low = At(sorted, below);
        Tensor high = At(sorted, Ceil(place));
        share = Cast(share, sorted.DType);

        // An element with no share must not count: it may be infinite.
        Tensor y = Where(Equal(share, 0), low, Where(Equal(share, 1), high, (low * (1 - share)) + (high * share)));
        return Squeeze(y, -1);
    }

    private static Tensor At(Tensor sorted, Tensor place)
    {
        Tensor index = Cast(place, DType.Int32);
        return index.Rank == sorted.Rank ? TakeAlongAxis(sorted, index, -1) : Take(sorted, Reshape(index, 1), -1);
    }
}
