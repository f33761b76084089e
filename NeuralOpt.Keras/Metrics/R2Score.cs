using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>Coefficient of determination: <c>1 - sum((yTrue - yPred)^2) / sum((yTrue - mean(yTrue))^2)</c>.</summary>
/// <param name="classAggregation">null for one score an output; <c>"uniform_average"</c>, <c>"variance_weighted_average"</c>.</param>
/// <param name="numRegressors">Number of regressors for the adjusted score; 0 for the plain one.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <remarks>Labels and predictions have shape (batch, outputs). The adjusted score falls back to the plain one while there are too few samples.</remarks>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new R2Score()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/regression_metrics/#r2score-class"/>
public class R2Score(string? classAggregation = "uniform_average", int numRegressors = 0, string? name = "r2_score", string? dtype = null)
    : Metric(dtype, name)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => true;

    private Variable? _samples;
    private Variable? _squaredSum;
    private Variable? _sum;
    private Variable? _residual;
    private Variable? _count;

    /// <summary>How the outputs' scores are averaged; null for one score an output.</summary>
    public string? ClassAggregation { get; } = classAggregation is null or "uniform_average" or "variance_weighted_average" ? classAggregation
        : throw new KerasArgumentException($"R2Score: classAggregation must be null, uniform_average or variance_weighted_average. Received: '{classAggregation}'.");

    /// <summary>Number of regressors for the adjusted score.</summary>
    public int NumRegressors { get; } = Guard.AtLeast(0, numRegressors, nameof(R2Score), nameof(numRegressors));

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        (yTrue, yPred) = Weighting.SameRank(Ops.Cast(Guard.NotNull(yTrue, Place), ResultType), Ops.Cast(Guard.NotNull(yPred, Place), ResultType));
        if (yTrue.Rank != 2 || !yTrue.Shape.IsCompatibleWith(yPred.Shape))
        {
            throw new ShapeException($"{Place}: labels and predictions must have shape (batch, outputs). Received shapes: {yTrue.Shape}, {yPred.Shape}.") { Place = Name };
        }

        Build(yPred.Shape[^1]);
        Tensor weight = sampleWeight is null ? Ops.OnesLike(yTrue) : Ops.Cast(sampleWeight, ResultType);
        weight = Ops.BroadcastTo(weight.Rank == 1 ? Ops.ExpandDims(weight, 1) : weight, yTrue.Shape);
        Tensor weighted = yTrue * weight;
        _sum!.AssignAdd(Ops.Sum(weighted, 0));
        _squaredSum!.AssignAdd(Ops.Sum(yTrue * weighted, 0));
        _residual!.AssignAdd(Ops.Sum(Ops.Square(yTrue - yPred) * weight, 0));
        _count!.AssignAdd(Ops.Sum(weight, 0));
        _samples!.AssignAdd((double)yTrue.Size);
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        if (_samples is null)
        {
            return Ops.Zeros(default, ResultType);
        }

        Tensor total = _squaredSum! - (_sum!.Value * (_sum.Value / _count!));
        Tensor scores = 1.0 - (_residual! / total);
        scores = Ops.Where(Ops.Isinf(scores), 0.0, scores);
        Tensor score = ClassAggregation switch
        {
            null => scores,
            "uniform_average" => Ops.Mean(scores),
            _ => Ops.Sum(total * scores) / Ops.Sum(total),
        };
        if (NumRegressors == 0)
        {
            return Typed(score);
        }

        Tensor free = _samples.Value - (double)(NumRegressors + 1);
        Tensor adjusted = 1.0 - ((1.0 - score) * (_samples.Value - 1.0) / Ops.Where(free > 0.0, free, 1.0));
        return Typed(Ops.Where(free > 0.0, adjusted, score));
    }

    private void Build(int outputs)
    {
        if (_samples is null)
        {
            _samples = AddVariable(default, name: "num_samples");
            _squaredSum = AddVariable(outputs, name: "squared_sum");
            _sum = AddVariable(outputs, name: "sum");
            _residual = AddVariable(outputs, name: "residual");
            _count = AddVariable(outputs, name: "count");
        }
    }
}
