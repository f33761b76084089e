namespace NeuralOpt.Keras.Metrics;

/// <summary>The weighted sum of values.</summary>
/// <example>
/// <code>
/// var total = new Sum();
/// total.UpdateState([1.0, 2.0, 3.0]);
/// Console.WriteLine(total.Result());      // 6.0
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/reduction_metrics/#sum-class"/>
public class Sum : Metric
{
    private readonly Variable _total;

    /// <summary>Makes a sum of no values.</summary>
    /// <param name="name">Name in logs.</param>
    /// <param name="dtype">Type of state and result; float32 by default.</param>
    public Sum(string? name = "sum", string? dtype = null)
        : base(dtype, name)
        => _total = AddVariable(default, name: "total");

    /// <summary>Takes values into account.</summary>
    /// <param name="values">Any shape.</param>
    /// <param name="sampleWeight">Weight of each value, or of each first-axis slice; null for 1.</param>
    public virtual void UpdateState(Tensor values, Tensor? sampleWeight = null)
        => _total.AssignAdd(Ops.Sum(Samplewise.Reduce(values, sampleWeight, mean: false, ResultType).Values));

    /// <summary>Not for a sum, which takes values.</summary>
    /// <param name="yTrue">Labels.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="sampleWeight">Weights.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight)
        => throw new KerasInvalidOperationException($"Sum '{Name}': the metric takes values, not labels and predictions.");

    /// <summary>Takes values into account and gives the sum so far: Python's <c>metric(values)</c>.</summary>
    /// <param name="values">Any shape.</param>
    /// <returns>As <see cref="Result"/>.</returns>
    public Tensor Apply(Tensor values)
    {
        UpdateState(values);
        return Result();
    }

    /// <inheritdoc/>
    public override Tensor Result() => Typed(_total.Value);
}
