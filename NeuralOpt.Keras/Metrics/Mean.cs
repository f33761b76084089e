using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>The weighted mean of values, such as a loss over the batches of an epoch.</summary>
/// <example>
/// <code>
/// var meanLoss = new Mean("loss");
/// meanLoss.UpdateState(0.5);
/// meanLoss.UpdateState(0.3);
/// Console.WriteLine($"{meanLoss.Result():F2}");     // 0.40
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/reduction_metrics/#mean-class"/>
public class Mean : Metric
{
    private readonly Variable _total;
    private readonly Variable _count;

    /// <summary>Makes a mean of no values.</summary>
    /// <param name="name">Name in logs.</param>
    /// <param name="dtype">Type of state and result; float32 by default.</param>
    public Mean(string? name = "mean", string? dtype = null)
        : base(dtype, name)
    {
        _total = AddVariable(default, name: "total");
        _count = AddVariable(default, name: "count");
    }

    /// <summary>Takes values into account.</summary>
    /// <param name="values">Any shape; further axes than the first are averaged.</param>
    /// <param name="sampleWeight">Weight of each value, or of each first-axis slice; null for 1.</param>
    public virtual void UpdateState(Tensor values, Tensor? sampleWeight = null)
    {
        (Tensor reduced, Tensor? weight) = Samplewise.Reduce(values, sampleWeight, mean: true, ResultType);
        _total.AssignAdd(Ops.Sum(reduced));
        _count.AssignAdd(weight is not null ? Ops.Sum(weight) : (double)(reduced.Rank == 0 ? 1 : reduced.Shape.At(0) ?? 1));
    }

    /// <summary>Not for a mean, which takes values.</summary>
    /// <param name="yTrue">Labels.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="sampleWeight">Weights.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight)
        => throw new KerasInvalidOperationException($"Mean '{Name}': the metric takes values, not labels and predictions. Use Metric.From for a function of both.");

    /// <summary>Takes values into account and gives the mean so far: Python's <c>metric(values)</c>.</summary>
    /// <param name="values">Any shape; further axes than the first are averaged.</param>
    /// <returns>As <see cref="Result"/>.</returns>
    public Tensor Apply(Tensor values)
    {
        UpdateState(values);
        return Result();
    }

    /// <inheritdoc/>
    public override Tensor Result() => Typed(Average);

    /// <summary>The mean in the dtype of the state.</summary>
    internal Tensor Average => Weighting.DivideNoNan(_total, _count);
}
