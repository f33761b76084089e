namespace NeuralOpt.Keras.Metrics;

/// <summary>A number that is watched while a model is trained or evaluated: updated batch by batch, read at any time.</summary>
/// <remarks>Derive from it: make the state with <see cref="AddVariable"/>, write <see cref="UpdateState"/> and <see cref="Result"/> in ops, and say in <see cref="HigherIsBetter"/> which way it is better.</remarks>
/// <seealso href="https://keras.io/api/metrics/base_metric/"/>
public abstract class Metric : IConfigurable
{
    private readonly List<Variable> _variables = [];

    // Made once: TrainOnBatch sets its metrics back at every step.
    private Tensor[]? _zeros;

    /// <summary>Called by a derived class.</summary>
    /// <param name="name">Name in logs; the class's in snake case, counted up, by default.</param>
    /// <param name="dtype">Type of state and result; float32 by default.</param>
    protected Metric(string? name = null, string? dtype = null)
    {
        Name = name ?? Session.Current.UniqueName(NamingRule.SnakeCase(GetType().Name));
        Dtype = dtype ?? "float32";
        ResultType = Wide(DTypes.Parse(Dtype));
    }

    /// <summary>Name in logs and in the history.</summary>
    public string Name { get; internal set; }

    /// <summary>Type of state and result.</summary>
    public string Dtype { get; }

    /// <summary>
    /// Whether more is better (true), less (false), or it depends (null). Callbacks that monitor the metric go by it
    /// unless they are told a <c>mode</c>; a metric of one's own overrides it. Keras's <c>_direction</c>.
    /// </summary>
    public virtual bool? HigherIsBetter => null;

    /// <summary>The state, such as a total and a count.</summary>
    public virtual IReadOnlyList<Variable> Variables => _variables;

    /// <summary>Type of state and result.</summary>
    internal DType ResultType { get; }

    /// <summary>Takes a batch into account.</summary>
    /// <param name="yTrue">Labels, (batch, ...).</param>
    /// <param name="yPred">Predictions, (batch, ...); masked time steps do not count.</param>
    /// <param name="sampleWeight">Weight of each sample; null for 1.</param>
    public abstract void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null);

    /// <summary>The number over all batches since the last reset.</summary>
    /// <returns>As a rule a scalar of the metric's dtype.</returns>
    public abstract Tensor Result();

    /// <summary>Forgets all batches.</summary>
    public virtual void ResetState()
    {
        IReadOnlyList<Variable> variables = Variables;
        if (_zeros?.Length != variables.Count)
        {
            _zeros = [.. variables.Select(static v => Ops.Zeros(v.Shape, v.DType))];
        }

        for (int i = 0; i < _zeros.Length; i++)
        {
            variables[i].Assign(_zeros[i]);
        }
    }

    /// <summary>Takes a batch into account and gives the number over all batches: Python's <c>metric(y_true, y_pred)</c>.</summary>
    /// <param name="yTrue">Labels, (batch, ...).</param>
    /// <param name="yPred">Predictions, (batch, ...).</param>
    /// <param name="sampleWeight">Weight of each sample; null for 1.</param>
    /// <returns>As <see cref="Result"/>.</returns>
    public Tensor Apply(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        UpdateState(yTrue, yPred, sampleWeight);
        return Result();
    }

    /// <summary>Makes a variable of the state, zeros in the metric's dtype.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="name">Its name, such as <c>"total"</c>.</param>
    /// <returns>The variable, not trainable.</returns>
    protected Variable AddVariable(Shape shape, string? name = null)
    {
        Variable variable = new(Ops.Zeros(shape, ResultType), trainable: false, name: name);
        variable.Path = $"{Name}/{variable.Name}";
        _variables.Add(variable);
        return variable;
    }

    /// <summary>The mean over all samples of a function of labels and predictions.</summary>
    /// <param name="f">Gives a number for each sample.</param>
    /// <param name="name">Name in logs; <c>"metric"</c> by default.</param>
    public static Metric From(Func<Tensor, Tensor, Tensor> f, string? name = null) => new FunctionMetric(Guard.NotNull(f, "Metric.From"), name ?? "metric");

    /// <summary>The metric of that name, with default arguments.</summary>
    /// <param name="name">Keras's name, such as <c>"mae"</c>, <c>"binary_accuracy"</c>, <c>"AUC"</c>.</param>
    /// <exception cref="ArgumentException">No metric has that name; the message lists those that exist.</exception>
    public static implicit operator Metric(string name) => Registry.Create<Metric>(name);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);

    /// <summary>How messages call it.</summary>
    private protected string Place => $"{(this is FunctionMetric ? "Metric" : GetType().Name)} '{Name}'";

    /// <summary>A result in the metric's dtype.</summary>
    private protected Tensor Typed(Tensor result) => Dtype == "float16" ? Ops.Cast(result, DType.Float16) : result;

    /// <summary>A shape error with the metric's name before it.</summary>
    private protected ShapeException Named(ShapeException e) => new($"{Place}: {e.Message}", e) { Place = Name };

    /// <summary>Throws unless labels and predictions have one shape.</summary>
    private protected void RequireSame(Tensor yTrue, Tensor yPred)
    {
        if (!yTrue.Shape.IsCompatibleWith(yPred.Shape))
        {
            throw new ShapeException($"{Place}: labels and predictions must have the same shape. Received shapes: {yTrue.Shape}, {yPred.Shape}.") { Place = Name };
        }
    }

    // A count in float16 would stop at 2048.
    private static DType Wide(DType dtype) => dtype == DType.Float16 ? DType.Float32 : dtype;

    private sealed class FunctionMetric(Func<Tensor, Tensor, Tensor> f, string name) : MeanMetricWrapper(name)
    {
        protected override Tensor Call(Tensor yTrue, Tensor yPred) => f(yTrue, yPred);
    }
}
