namespace NeuralOpt.Keras.Metrics;

/// <summary>Intersection over union of classes, from a confusion matrix: <c>tp / (tp + fp + fn)</c>, the mean over classes.</summary>
public abstract class IoUMetric : Metric
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    private const double Epsilon = 1e-7;

    private readonly int[] _targets;
    private readonly Variable _matrix;

    private protected IoUMetric(string? name, string? dtype, int numClasses, IReadOnlyList<int>? targets, int? ignoreClass, bool sparseTrue, bool sparsePred, int axis)
        : base(dtype ?? "int64", name)
    {
        NumClasses = Guard.Positive(numClasses, GetType().Name, nameof(numClasses));
        _ = Lengths.Product(GetType().Name, numClasses, numClasses);
        _targets = targets?.ToArray() ?? [.. Enumerable.Range(0, numClasses)];
        if (_targets.Length == 0 || Array.Exists(_targets, t => t < 0 || t >= numClasses))
        {
            throw new KerasArgumentException($"{GetType().Name}: target classes must be at least 0 and below {numClasses}. Received: {string.Join(", ", _targets)}.");
        }

        IgnoreClass = ignoreClass;
        SparseTrue = sparseTrue;
        SparsePred = sparsePred;
        Axis = axis;
        _matrix = AddVariable((numClasses, numClasses), name: "total_confusion_matrix");
    }

    /// <summary>Number of classes.</summary>
    public int NumClasses { get; }

    /// <summary>The label whose elements do not count; null for none.</summary>
    public int? IgnoreClass { get; }

    /// <summary>The axis of the classes, where labels or predictions have one.</summary>
    public int Axis { get; }

    private protected IReadOnlyList<int> Targets => _targets;

    private protected bool SparseTrue { get; }

    private protected bool SparsePred { get; }

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        try
        {
            Update(Guard.NotNull(yTrue, Place), Guard.NotNull(yPred, Place), sampleWeight);
        }
        catch (ShapeException e) when (e.Place is null)
        {
            throw Named(e);
        }
    }

    private void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight)
    {
        Tensor labels = Ops.Reshape(SparseTrue ? IndexChecks.Whole(Place, "labels", yTrue) : Ops.Argmax(yTrue, Axis), -1);
        Tensor predictions = Ops.Reshape(SparsePred ? Truncated(yPred) : Ops.Argmax(yPred, Axis), -1);
        if (!labels.Shape.IsCompatibleWith(predictions.Shape))
        {
            throw new ShapeException($"there must be a label for each prediction. Received shapes: {yTrue.Shape}, {yPred.Shape}.");
        }

        Tensor weight = sampleWeight is null ? Ops.Ones(labels.Shape, ResultType) : Ops.Cast(sampleWeight, ResultType);
        weight = Ops.BroadcastTo(weight.Rank > 1 ? Ops.Reshape(weight, -1) : weight, labels.Shape);
        if (IgnoreClass is { } ignored)
        {
            Tensor valid = Ops.NotEqual(labels, ignored);
            labels = Ops.Where(valid, labels, 0);
            predictions = Ops.Where(valid, predictions, 0);
            weight *= Ops.Cast(valid, ResultType);
        }

        labels = IndexChecks.Within(labels, NumClasses, new(Place, "labels", FromEnd: false));
        predictions = IndexChecks.Within(predictions, NumClasses, new(Place, "predictions", FromEnd: false));
        Tensor cells = Ops.SegmentSum(weight, (labels * NumClasses) + predictions, NumClasses * NumClasses);
        _matrix.AssignAdd(Ops.Reshape(cells, (NumClasses, NumClasses)));
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        Tensor range = Ops.Arange(NumClasses);
        Tensor diagonal = Ops.Sum(_matrix * Ops.Cast(Ops.Equal(range, Ops.ExpandDims(range, 1)), ResultType), 0);
        Tensor union = Ops.Sum(_matrix, 0) + Ops.Sum(_matrix, 1) - diagonal;
        Tensor targets = Tensor.From(_targets);
        diagonal = Ops.Take(diagonal, targets, 0);
        union = Ops.Take(union, targets, 0);

        // Classes that were neither in the labels nor predicted do not count.
        Tensor present = Ops.Sum(Ops.Cast(union > 1e-9, ResultType));
        return Typed(Ops.Sum(diagonal / (union + Epsilon)) / (present + Epsilon));
    }

    // Predictions with a fraction count as their whole part, as in Keras; NaN is no class.
    private static Tensor Truncated(Tensor yPred)
        => Ops.Cast(yPred.DType.IsFloating() ? Ops.Where(Ops.Isnan(yPred), -1.0, yPred) : yPred, yPred.DType is DType.Int64 or DType.UInt32 ? DType.Int64 : DType.Int32);
}
