using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>Area under the ROC or the precision-recall curve, approximated at a number of thresholds.</summary>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new AUC(curve: "PR")]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/classification_metrics/#auc-class"/>
public class AUC : ConfusionMetric
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    private const double Epsilon = 1e-7;

    /// <summary>Makes an area of no samples.</summary>
    /// <param name="numThresholds">Number of thresholds, at least 2.</param>
    /// <param name="curve"><c>"ROC"</c> or <c>"PR"</c>.</param>
    /// <param name="summationMethod"><c>"interpolation"</c>, <c>"minoring"</c> (from below) or <c>"majoring"</c> (from above).</param>
    /// <param name="name">Name in logs.</param>
    /// <param name="dtype">Type of state and result; float32 by default.</param>
    /// <param name="thresholds">Thresholds of one's own, from 0 to 1, in place of equally spaced ones; null for none.</param>
    /// <param name="multiLabel">Whether each label has an area of its own, and the result is their mean.</param>
    /// <param name="numLabels">Number of labels with <paramref name="multiLabel"/>; null to learn it from the first batch.</param>
    /// <param name="labelWeights">Weight of each label; null for 1.</param>
    /// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
    /// <exception cref="ArgumentException">A value is none of those allowed.</exception>
    public AUC(
        int numThresholds = 200,
        string curve = "ROC",
        string summationMethod = "interpolation",
        string? name = null,
        string? dtype = null,
        IReadOnlyList<double>? thresholds = null,
        bool multiLabel = false,
        int? numLabels = null,
        IReadOnlyList<double>? labelWeights = null,
        bool fromLogits = false)
        : base(name, dtype, Grid(numThresholds, thresholds), Cells.All, multiLabel: multiLabel, labelWeights: labelWeights)
    {
        Curve = Guard.NotNull(curve, nameof(AUC)).ToUpperInvariant() is "ROC" or "PR" ? curve.ToUpperInvariant()
            : throw new KerasArgumentException($"AUC: the curve must be ROC or PR. Received: '{curve}'.");
        SummationMethod = Guard.NotNull(summationMethod, nameof(AUC)).ToLowerInvariant() is "interpolation" or "minoring" or "majoring" ? summationMethod.ToLowerInvariant()
            : throw new KerasArgumentException($"AUC: the summation method must be interpolation, minoring or majoring. Received: '{summationMethod}'.");
        if (numLabels is not null && !multiLabel)
        {
            throw new KerasArgumentException($"AUC: numLabels must be given only with multiLabel. Received: {numLabels}.");
        }

        NumThresholds = thresholds is null ? numThresholds : thresholds.Count + 2;
        Thresholds = thresholds;
        NumLabels = numLabels;
        FromLogits = fromLogits;
        MultiLabel = multiLabel;
        LabelWeights = labelWeights;
        if (numLabels is { } labels)
        {
            AddCounts(NumThresholds, labels);
        }
    }

    /// <summary>Number of thresholds.</summary>
    public int NumThresholds { get; }

    /// <summary>The curve, ROC or PR.</summary>
    public string Curve { get; }

    /// <summary>How the area is added up.</summary>
    public string SummationMethod { get; }

    /// <summary>Thresholds of one's own; null for equally spaced ones.</summary>
    public IReadOnlyList<double>? Thresholds { get; }

    /// <summary>Whether each label has an area of its own.</summary>
    public bool MultiLabel { get; }

    /// <summary>Number of labels; null where it is learnt from the first batch.</summary>
    public int? NumLabels { get; }

    /// <summary>Weight of each label; null for 1.</summary>
    public IReadOnlyList<double>? LabelWeights { get; }

    /// <summary>Whether predictions are logits.</summary>
    public bool FromLogits { get; }

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
        => base.UpdateState(yTrue, FromLogits ? Ops.Sigmoid(yPred) : yPred, sampleWeight);

    /// <inheritdoc/>
    public override Tensor Result()
    {
        Tensor areas = Curve == "PR" && SummationMethod == "interpolation" ? InterpolatedPrecision() : Riemann();
        if (!MultiLabel)
        {
            return Typed(Ops.Sum(areas));
        }

        Tensor byLabel = Ops.Sum(areas, 0);
        if (LabelWeights is null)
        {
            return Typed(Ops.Mean(byLabel));
        }

        Tensor weights = Ops.Cast(Tensor.From(LabelWeights.ToArray()), ResultType);
        return Typed(Weighting.DivideNoNan(Ops.Sum(byLabel * weights), Ops.Sum(weights)));
    }

    private static double[] Grid(int count, IReadOnlyList<double>? own)
    {
        if (own is not null)
        {
            return [-Epsilon, .. own.Select(t => Guard.Fraction(t, nameof(AUC), "every threshold")).Order(), 1 + Epsilon];
        }

        Guard.AtLeast(2, ThresholdCount(count, nameof(AUC)), nameof(AUC), "numThresholds");
        return [-Epsilon, .. Enumerable.Range(1, count - 2).Select(i => (double)i / (count - 1)), 1 + Epsilon];
    }

    private Tensor Riemann()
    {
        Tensor recall = Weighting.DivideNoNan(TP, TP + FN);
        Tensor x = Curve == "ROC" ? Weighting.DivideNoNan(FP, FP + TN) : recall;
        Tensor y = Curve == "ROC" ? recall : Weighting.DivideNoNan(TP, TP + FP);
        Tensor heights = SummationMethod switch
        {
            "interpolation" => (Left(y) + Right(y)) / 2.0,
            "minoring" => Ops.Minimum(Left(y), Right(y)),
            _ => Ops.Maximum(Left(y), Right(y)),
        };
        return (Left(x) - Right(x)) * heights;
    }

    // Davis and Goadrich, 2006: between two thresholds the counts are linear, the precision is not.
    private Tensor InterpolatedPrecision()
    {
        Tensor gained = Left(TP) - Right(TP);
        Tensor predicted = TP + FP;
        Tensor left = Left(predicted);
        Tensor right = Right(predicted);
        Tensor slope = Weighting.DivideNoNan(gained, Ops.Maximum(left - right, 0.0));
        Tensor intercept = Right(TP) - (slope * right);
        Tensor ratio = Ops.Where(Ops.LogicalAnd(left > 0.0, right > 0.0), Weighting.DivideNoNan(left, Ops.Maximum(right, 0.0)), 1.0);
        return Weighting.DivideNoNan(slope * (gained + (intercept * Ops.Log(ratio))), Ops.Maximum(Right(TP) + Right(FN), 0.0));
    }

    private Tensor Left(Tensor x) => Ops.SliceAxis(x, 0, 0, NumThresholds - 1);

    private Tensor Right(Tensor x) => Ops.SliceAxis(x, 0, 1, NumThresholds);
}
