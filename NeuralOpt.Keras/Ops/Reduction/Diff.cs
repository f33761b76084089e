namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Differences of neighbours along an axis, <c>a[i + 1] - a[i]</c>.</summary>
    /// <param name="a">Numbers; bools give whether neighbours differ.</param>
    /// <param name="n">Number of times that differences are taken.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>The dtype of <paramref name="a"/>; the axis is shorter by <paramref name="n"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#diff-function"/>
    public static Tensor Diff(Tensor a, int n = 1, int axis = -1)
    {
        axis = Axis.One("Diff", axis, a);
        int length = KnownLength("Diff", a, axis);
        if (n < 0)
        {
            throw new KerasArgumentException($"Diff: n must be at least 0. Received: {n}.");
        }

        for (int i = 0; i < Math.Min(n, length); i++)
        {
            (Tensor next, Tensor now) = (SliceAxis(a, axis, 1, length - i), SliceAxis(a, axis, 0, length - i - 1));
            a = a.DType == DType.Bool ? NotEqual(next, now) : Subtract(next, now);
        }

        return a;
    }

    /// <summary>The integral along an axis by trapezoids.</summary>
    /// <param name="y">Numbers, the values.</param>
    /// <param name="x">Where they are, (n) or the shape of <paramref name="y"/>; null for even steps.</param>
    /// <param name="dx">The step, where <paramref name="x"/> is null.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>Floating point, the shape of <paramref name="y"/> without the axis.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#trapezoid-function"/>
    public static Tensor Trapezoid(Tensor y, Tensor? x = null, double dx = 1.0, int axis = -1)
    {
        axis = Axis.One("Trapezoid", axis, y);
        int length = KnownLength("Trapezoid", y, axis);
        y = Promotion.Floating(y);
        if (Promotion.Widened(y) is { } wide)
        {
            return Cast(Trapezoid(wide, x, dx, axis), DType.Float16);
        }

        if (length == 0)
        {
            return Sum(y, axis);
        }

        Tensor mean = Multiply(Add(SliceAxis(y, axis, 1, length), SliceAxis(y, axis, 0, length - 1)), 0.5);
        if (x is null)
        {
            return Multiply(Sum(mean, axis), dx);
        }

        Tensor steps = x.Rank == 1
            ? Reshape(Diff(x), Shape.Of(Enumerable.Repeat(1, y.Rank)).With(axis, length - 1))
            : Diff(x, axis: axis);
        return Sum(Multiply(mean, steps), axis);
    }

    /// <summary>The correlation of two vectors: <c>y[k] = sum of x1[n + k] x2[n]</c>.</summary>
    /// <param name="x1">(n), numbers.</param>
    /// <param name="x2">(m), numbers.</param>
    /// <param name="mode"><c>"valid"</c> where both overlap fully, <c>"same"</c> for the length of the longer, <c>"full"</c> wherever both overlap.</param>
    /// <returns>A vector of the common floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#correlate-function"/>
    public static Tensor Correlate(Tensor x1, Tensor x2, string mode = "valid")
    {
        if (Guard.NotNull(x1).Rank + Guard.NotNull(x2).Rank != 2 || x1.Rank != 1 || x2.Rank != 1)
        {
            throw new ShapeException($"Correlate: both must have one axis. Received shapes: {x1.Shape}, {x2.Shape}.");
        }

        (Tensor a, Tensor v) = Promotion.Common(x1, x2);
        (a, v) = (Promotion.Floating(a), Promotion.Floating(v));
        (int n, int m) = (KnownLength("Correlate", a, 0), KnownLength("Correlate", v, 0));
        if (n < m)
        {
            return Flip(Correlate(v, a, mode));
        }

        (int start, int count) = mode switch
        {
            "full" => (0, Lengths.Of("Correlate", n + (m - 1L))),
            "same" => ((m - 1) / 2, n),
            "valid" => (m - 1, n - m + 1),
            _ => throw new KerasArgumentException($"Correlate: mode must be 'valid', 'same' or 'full'. Received: '{mode}'."),
        };
        Tensor padded = PadWith(a, [m - 1], [m - 1], [0], 0);
        Tensor places = Add(Add(ExpandDims(Arange(count), -1), Arange(m)), start);
        return Sum(Multiply(Take(padded, places, 0), v), -1);
    }
}
