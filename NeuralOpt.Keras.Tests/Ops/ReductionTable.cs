namespace NeuralOpt.Keras.Tests;

/// <summary>Reductions along axes and cumulative ops.</summary>
internal static class ReductionTable
{
    internal static readonly OpRow[] Rows =
    [
        Of("Sum", static x => Ops.Sum(x, (0, 2))),
        Of("Sum all", static x => Ops.Sum(x)),
        Of("Mean", static x => Ops.Mean(x, 1, keepdims: true)),
        Of("Mean over the batch", static x => Ops.Mean(x, 0)),
        Of("Var", static x => Ops.Var(x, (0, 2))),
        Of("Std", static x => Ops.Std(x, -1)),
        Of("Max", static x => Ops.Max(x, 1)),
        Of("Min", static x => Ops.Min(x, (0, 1), keepdims: true)),
        Of("Max initial", static x => Ops.Max(x, 1, initial: 0.5)),
        Of("Amax", static x => Ops.Amax(x, 2)),
        Of("Amin", static x => Ops.Amin(x, 2)),
        Of("Ptp", static x => Ops.Ptp(x, 1)),
        Of("Prod", static x => Ops.Prod(x, (0, 2))),
        Of("Logsumexp", static x => Ops.Logsumexp(x, 1)),
        Of("Cumsum", static x => Ops.Cumsum(x, 1)),
        Of("Cumprod", static x => Ops.Cumprod(x, 0)),
        Of("Average", static x => Ops.Average(x, 1, Tensor.From((double[])[1, 2, 3, 4]))),
        Of("Any", static x => Ops.Any(Ops.Greater(x, 1), 1), gradient: false),
        Of("All", static x => Ops.All(Ops.Greater(x, -1), 1), gradient: false),
        Of("CountNonzero", static x => Ops.CountNonzero(Ops.Relu(x), 2), gradient: false),
        Of("Argmax", static x => Ops.Argmax(x, 1), gradient: false),
        Of("Argmin all", static x => Ops.Argmin(x, keepdims: true), gradient: false),
        Of("Nansum", static x => Ops.Nansum(Holes(x), 1)),
        Of("Nanmean", static x => Ops.Nanmean(Holes(x), 1)),
        Of("Nanvar", static x => Ops.Nanvar(Holes(x), 0)),
        Of("Nanstd", static x => Ops.Nanstd(Holes(x), (0, 2))),
        Of("Nanprod", static x => Ops.Nanprod(Holes(x), 1)),
        Of("Nanmax", static x => Ops.Nanmax(Holes(x), 1)),
        Of("Nanmin", static x => Ops.Nanmin(Holes(x), 1)),
        Of("Nancumsum", static x => Ops.Nancumsum(Holes(x), 1)),
        Of("Median", static x => Ops.Median(x, 1)),
        Of("Quantile", static x => Ops.Quantile(x, (double[])[0, 0.3, 1], (0, 2), keepdims: true)),
        Of("Quantile nearest", static x => Ops.Quantile(x, 0.3, 1, method: "nearest")),
        Of("Percentile midpoint", static x => Ops.Percentile(x, 40, 1, method: "midpoint")),
        Of("Nanquantile", static x => Ops.Nanquantile(Holes(x), 0.4, 1)),
        Of("Nanmedian", static x => Ops.Nanmedian(Holes(x), (1, 2))),
        Of("Diff", static x => Ops.Diff(x, 2, 1)),
        Of("Trapezoid", static x => Ops.Trapezoid(x, (double[])[0, 1, 3, 4], axis: 1)),
        Of("Trapezoid of even steps", static x => Ops.Trapezoid(x, dx: 0.5)),
        new("Correlate", static x => Ops.Correlate(x[0], x[1], "full"), [5, 3], Symbolic: false),
        new("Correlate of a shorter one", static x => Ops.Correlate(x[0], x[1], "same"), [3, 6], Symbolic: false),
        new("Corrcoef", static x => Ops.Corrcoef(x[0]), [(3, 6)], Symbolic: false),
        Of("Nancumprod", static x => Ops.Nancumprod(Holes(x), 1)),
        Of("Nanargmax", static x => Ops.Nanargmax(Holes(x), 1), gradient: false),
        Of("Nanargmin", static x => Ops.Nanargmin(Holes(x), 1), gradient: false),
        Of("Nanpercentile", static x => Ops.Nanpercentile(Holes(x), 40, 1)),
    ];

    private static OpRow Of(string name, Func<Tensor, Tensor> op, bool gradient = true, bool open = true)
        => OpRow.OfCube(name, op, gradient, open);

    private static Tensor Holes(Tensor x) => Ops.Where(Ops.Greater(x, 1.5), double.NaN, x);
}
