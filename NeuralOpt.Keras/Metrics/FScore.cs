namespace NeuralOpt.Keras.Metrics;

/// <summary>A weighted harmonic mean of precision and recall, class by class.</summary>
public abstract class FScore : Metric
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    private const double Epsilon = 1e-7;

    private Variable? _truePositives;
    private Variable? _falsePositives;
    private Variable? _falseNegatives;
    private Variable? _labels;

    private protected FScore(string? average, double beta, double? threshold, string? name, string? dtype)
        : base(dtype, name)
    {
        if (average is not (null or "micro" or "macro" or "weighted"))
        {
            throw new KerasArgumentException($"{GetType().Name}: average must be null, micro, macro or weighted. Received: '{average}'.");
        }

        Average = average;
        WeightOfRecall = Guard.Above0(beta, GetType().Name, nameof(beta));
        Threshold = threshold is { } t ? Guard.Share(t, GetType().Name, nameof(threshold)) : null;
    }

    /// <summary>How the classes' scores are averaged; null for one score a class.</summary>
    public string? Average { get; }

    /// <summary>What a prediction must exceed to count as 1; null for the highest of each sample.</summary>
    public double? Threshold { get; }

    private protected double WeightOfRecall { get; }

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        if (Guard.NotNull(yTrue, Place).Rank != 2 || !yTrue.Shape.IsCompatibleWith(Guard.NotNull(yPred, Place).Shape))
        {
            throw new ShapeException($"{Place}: labels and predictions must have shape (batch, classes). Received shapes: {yTrue.Shape}, {yPred.Shape}.") { Place = Name };
        }

        Build(yPred.Shape[^1]);
        yTrue = Ops.Cast(yTrue, ResultType);
        yPred = Ops.Cast(yPred, ResultType);

        // A sample without any prediction above 0 has no highest one.
        Tensor positive = Ops.Cast(
            Threshold is { } t ? yPred > t : Ops.LogicalAnd(yPred >= Ops.Max(yPred, -1, keepdims: true), Ops.Abs(yPred) > 1e-9), ResultType);
        Tensor? weight = sampleWeight is null ? null : Ops.Cast(sampleWeight, ResultType);
        Add(_truePositives!, positive * yTrue, weight);
        Add(_falsePositives!, positive * (1.0 - yTrue), weight);
        Add(_falseNegatives!, (1.0 - positive) * yTrue, weight);
        Add(_labels!, yTrue, weight);
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        if (_truePositives is null)
        {
            return Ops.Zeros(default, ResultType);
        }

        Tensor precision = _truePositives / (_truePositives + _falsePositives!.Value + Epsilon);
        Tensor recall = _truePositives / (_truePositives + _falseNegatives!.Value + Epsilon);
        double squared = WeightOfRecall * WeightOfRecall;
        Tensor score = precision * recall / ((squared * precision) + recall + Epsilon) * (1 + squared);
        return Average switch
        {
            null => Typed(score),
            "weighted" => Typed(Ops.Sum(score * (_labels! / (Ops.Sum(_labels!) + Epsilon)))),
            _ => Typed(Ops.Mean(score)),
        };
    }

    private void Build(int classes)
    {
        if (_truePositives is null)
        {
            Shape shape = Average == "micro" ? default(Shape) : classes;
            _truePositives = AddVariable(shape, name: "true_positives");
            _falsePositives = AddVariable(shape, name: "false_positives");
            _falseNegatives = AddVariable(shape, name: "false_negatives");
            _labels = AddVariable(shape, name: "intermediate_weights");
        }
    }

    private void Add(Variable sum, Tensor values, Tensor? weight)
    {
        values = weight is null ? values : values * (weight.Rank == 1 ? Ops.ExpandDims(weight, 1) : weight);
        sum.AssignAdd(Average == "micro" ? Ops.Sum(values) : Ops.Sum(values, 0));
    }
}
