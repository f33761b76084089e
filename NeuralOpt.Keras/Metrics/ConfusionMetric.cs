using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>A metric of true and false positives and negatives, counted at one threshold or several.</summary>
public abstract class ConfusionMetric : Metric
{
    private static readonly string[] s_names = ["true_positives", "false_positives", "true_negatives", "false_negatives"];

    private readonly double[] _thresholds;
    private readonly bool _even;
    private readonly int? _topK;
    private readonly int? _classId;
    private readonly bool _multiLabel;
    private readonly Tensor? _labelWeights;
    private readonly Variable?[] _counts = new Variable?[4];

    /// <param name="name">Name in logs.</param>
    /// <param name="dtype">Type of state and result.</param>
    /// <param name="thresholds">What a prediction must exceed to count as positive.</param>
    /// <param name="cells">The counts that are kept: those of true positives, false positives, true negatives, false negatives.</param>
    /// <param name="topK">Only the highest so many predictions of a sample can be positive; null for all.</param>
    /// <param name="classId">Only this class counts; null for all.</param>
    /// <param name="multiLabel">Whether each label of the last axis has counts of its own.</param>
    /// <param name="labelWeights">Weight of each label where labels are counted together; null for 1.</param>
    private protected ConfusionMetric(
        string? name, string? dtype, double[] thresholds, Cells cells, int? topK = null, int? classId = null,
        bool multiLabel = false, IReadOnlyList<double>? labelWeights = null)
        : base(dtype, name)
    {
        _thresholds = thresholds;
        _topK = topK;
        _classId = classId;
        _multiLabel = multiLabel;
        _labelWeights = labelWeights is null ? null : Ops.Cast(Tensor.From(labelWeights.ToArray()), ResultType);
        Kept = cells;
        _even = thresholds.Length >= 3 && thresholds.Select((t, i) => Math.Abs(t - ((double)i / (thresholds.Length - 1)))).All(static d => d <= 2e-7);
        if (!multiLabel)
        {
            AddCounts(thresholds.Length);
        }
    }

    /// <summary>The four counts of a confusion matrix.</summary>
    [Flags]
    internal enum Cells
    {
        TruePositives = 1,
        FalsePositives = 2,
        TrueNegatives = 4,
        FalseNegatives = 8,
        All = 15,
    }

    private protected Cells Kept { get; }

    private protected Tensor TP => _counts[0]!;

    private protected Tensor FP => _counts[1]!;

    private protected Tensor TN => _counts[2]!;

    private protected Tensor FN => _counts[3]!;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        try
        {
            Update(Ops.Cast(Guard.NotNull(yTrue, Place), ResultType), Ops.Cast(Guard.NotNull(yPred, Place), ResultType), sampleWeight);
        }
        catch (ShapeException e) when (e.Place is null)
        {
            throw Named(e);
        }
    }

    private void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight)
    {
        (Shape labels, Shape predictions) = (yTrue.Shape, yPred.Shape);
        (yPred, yTrue) = Weighting.SameRank(yPred, yTrue);
        if (!yTrue.Shape.IsCompatibleWith(yPred.Shape))
        {
            throw new ShapeException($"labels and predictions must have the same shape. Received shapes: {labels}, {predictions}. Ops.OneHot makes class numbers as wide as predictions.");
        }

        Tensor? weight = sampleWeight is null ? null : Ops.ExpandDims(Ops.Cast(sampleWeight, ResultType), -1);
        weight = weight is not null && weight.Rank == yTrue.Rank + 1 ? Ops.Squeeze(weight, -1) : weight;
        if (_topK is { } k)
        {
            yPred = OnlyTop(yPred, k);
        }

        if (_classId is { } id)
        {
            if (yPred.Rank == 1 || id >= yPred.Shape.At(^1))
            {
                throw new ShapeException($"predictions must have shape (batch, classes) with classes above classId {id}. Received shape: {yPred.Shape}.");
            }

            yTrue = Ops.SliceAxis(yTrue, yTrue.Rank - 1, id, id + 1);
            yPred = Ops.SliceAxis(yPred, yPred.Rank - 1, id, id + 1);
        }

        if (_multiLabel && _counts[0] is null)
        {
            AddCounts(_thresholds.Length, yPred.Shape[^1]);
        }

        Tensor weights = Weights(yPred, weight);
        Tensor positive = Ops.Cast(Ops.NotEqual(yTrue, 0.0), ResultType);
        Count(Labels(yPred), Labels(positive * weights), Labels((1.0 - positive) * weights));
    }

    /// <summary>A number of thresholds, with room for the four counts, asked for before anything is made.</summary>
    private protected static int ThresholdCount(int count, string place)
    {
        HostMemory.Claim((sizeof(double) + (4L * sizeof(float))) * Lengths.Of(place, count + 1L), place);
        return count;
    }

    /// <summary>Makes the counts: (thresholds), or (thresholds, labels).</summary>
    private protected void AddCounts(params int[] shape)
    {
        for (int i = 0; i < 4; i++)
        {
            if (((int)Kept >> i & 1) != 0)
            {
                _counts[i] = AddVariable(shape, name: Kept is Cells.TruePositives or Cells.FalsePositives or Cells.TrueNegatives or Cells.FalseNegatives ? "accumulator" : s_names[i]);
            }
        }
    }

    /// <summary>A number where there is one threshold, else one number a threshold.</summary>
    private protected Tensor Single(Tensor values) => Typed(_thresholds.Length == 1 ? Ops.Squeeze(values, 0) : values);

    private Tensor Weights(Tensor yPred, Tensor? weight)
    {
        Tensor weights = weight is null ? Ops.OnesLike(yPred) : Ops.BroadcastTo(weight, yPred.Shape);
        return _labelWeights is not null && !_multiLabel ? weights * _labelWeights : weights;
    }

    // (labels, samples): without multiLabel all elements belong to one label.
    private Tensor Labels(Tensor x)
        => _multiLabel ? Ops.Transpose(Ops.Reshape(x, (-1, x.Shape.At(^1)))) : Ops.Reshape(x, (1, -1));

    private void Count(Tensor yPred, Tensor positive, Tensor negative)
    {
        Tensor tp = _even ? Bucketed(yPred, positive) : Compared(yPred, positive);
        Tensor fp = _even ? Bucketed(yPred, negative) : Compared(yPred, negative);
        Add(0, tp);
        Add(1, fp);
        Add(2, Ops.Sum(negative, 1, keepdims: true) - fp);
        Add(3, Ops.Sum(positive, 1, keepdims: true) - tp);
    }

    private void Add(int cell, Tensor byLabel)
        => _counts[cell]?.AssignAdd(_multiLabel ? Ops.Transpose(byLabel) : Ops.Squeeze(byLabel, 0));

    // (labels, thresholds): the weights of the predictions above each threshold.
    private Tensor Compared(Tensor yPred, Tensor weights)
    {
        Tensor above = Ops.Cast(Ops.ExpandDims(yPred, 1) > Ops.Reshape(Tensor.From(_thresholds), (1, -1, 1)), ResultType);
        return Ops.Sum(above * Ops.ExpandDims(weights, 1), 2);
    }

    // Thresholds at equal distances: each prediction falls into the bucket of the last threshold below it, and counts for all before.
    private Tensor Bucketed(Tensor yPred, Tensor weights)
    {
        int labels = yPred.Shape[0];
        int count = _thresholds.Length;
        Tensor bucket = Ops.Ceil(Ops.Clip(yPred, 0.0, 1.0) * (double)(count - 1)) - 1.0;
        bucket = _thresholds[0] < 0 ? Ops.Relu(bucket) : bucket;
        bucket = Ops.Where(Ops.Isnan(yPred), -1.0, bucket);

        // Bucket -1 is below every threshold; it becomes the first of count + 1.
        Tensor label = Ops.ExpandDims(Ops.Arange(labels), 1);
        Tensor index = Ops.Cast(bucket, DType.Int32) + 1 + (label * (count + 1));
        Tensor sums = Ops.Reshape(Ops.SegmentSum(Ops.Reshape(weights, -1), Ops.Reshape(index, -1), Lengths.Product(Name, labels, count + 1)), (labels, count + 1));
        Tensor above = Ops.Flip(Ops.Cumsum(Ops.Flip(sums, 1), 1), 1);
        return Ops.SliceAxis(above, 1, 1, count + 1);
    }

    // Everything but the k highest predictions falls below any threshold; of equal ones the first are kept.
    private static Tensor OnlyTop(Tensor x, int k)
    {
        int classes = x.Shape[^1];
        Tensor mine = Ops.ExpandDims(x, -1);
        Tensor other = Ops.ExpandDims(x, -2);
        Tensor index = Ops.Arange(classes);
        Tensor earlier = Ops.Less(index, Ops.ExpandDims(index, 1));
        Tensor ahead = Ops.LogicalOr(other > mine, Ops.LogicalAnd(Ops.Equal(other, mine), earlier));
        Tensor rank = Ops.Sum(Ops.Cast(ahead, DType.Int32), -1);
        return Ops.Where(Ops.Less(rank, k), x, -1e10);
    }
}
