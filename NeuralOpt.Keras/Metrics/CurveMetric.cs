using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>The best value of one rate at the thresholds where another is at least a given one.</summary>
public abstract class CurveMetric : ConfusionMetric
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    private protected CurveMetric(string? name, string? dtype, int numThresholds, int? classId)
        : base(name, dtype, Grid(numThresholds), Cells.All, classId: classId)
    {
    }

    private protected Tensor Recalls => Weighting.DivideNoNan(TP, TP + FN);

    private protected Tensor Specificities => Weighting.DivideNoNan(TN, TN + FP);

    private protected Tensor Precisions => Weighting.DivideNoNan(TP, TP + FP);

    /// <summary>The largest of <paramref name="values"/> where <paramref name="constrained"/> is at least <paramref name="least"/>; 0 if it is nowhere.</summary>
    private protected Tensor Best(Tensor values, Tensor constrained, double least)
        => Typed(Ops.Max(Ops.Where(constrained >= least, values, 0.0)));

    private static double[] Grid(int count)
        => Guard.Positive(ThresholdCount(count, nameof(CurveMetric)), nameof(CurveMetric), "numThresholds") == 1 ? [0.5] : [.. Enumerable.Range(0, count).Select(i => (double)i / (count - 1))];
}
