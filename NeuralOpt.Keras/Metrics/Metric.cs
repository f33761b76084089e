using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using NeuralOpt.Keras.Initializers;

namespace NeuralOpt.Keras.Metrics;

/// <summary>A number that is watched while a model is trained or evaluated: updated batch by batch, read at any time.</summary>
/// <remarks>Derive from it: make the state with <see cref="AddVariable"/> or <see cref="AddWeight"/>, write <see cref="UpdateState"/> and <see cref="Result"/> in ops, and say in <see cref="HigherIsBetter"/> which way it is better.</remarks>
/// <example>
/// <code>
/// class Positives : Metric
/// {
///     private readonly Variable _total;
///
///     public Positives()
///         : base(name: "positives")
///         =&gt; _total = AddWeight(name: "total", initializer: "zeros");
///
///     public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
///         =&gt; _total.AssignAdd(Ops.Sum(Ops.Cast(yPred &gt; 0.5, DType.Float32)));
///
///     public override Tensor Result() =&gt; _total.Value;
/// }
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/base_metric/"/>
public abstract class Metric : IConfigurable
{
    private readonly List<Variable> _variables = [];

    // Made once: TrainOnBatch sets its metrics back at every step.
    private Tensor[]? _zeros;

    /// <summary>Called by a derived class.</summary>
    /// <param name="dtype">Type of state and result; float32 by default.</param>
    /// <param name="name">Name in logs; the class's in snake case, counted up, by default.</param>
    protected Metric(string? dtype = null, string? name = null)
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

    /// <summary>Makes a variable of the state.</summary>
    /// <param name="shape">Its shape; <c>[]</c> for a scalar.</param>
    /// <param name="initializer">How it starts; <c>"zeros"</c> by default. <see cref="ResetState"/> sets it to zeros.</param>
    /// <param name="dtype">Type of its elements; the metric's by default.</param>
    /// <param name="aggregation">How replicas join their values; here there is one.</param>
    /// <param name="name">Its name, such as <c>"total"</c>.</param>
    /// <returns>The variable, not trainable.</returns>
    protected Variable AddVariable(Shape shape, Initializer? initializer = null, DTypeLike? dtype = null, string aggregation = "sum", string? name = null)
    {
        Guard.OneOf(aggregation, $"{GetType().Name}.AddVariable", "aggregation", "none", "mean", "sum", "only_first_replica");
        DType type = dtype ?? ResultType;
        Variable variable = new(initializer is null ? Ops.Zeros(shape, type) : initializer.Apply(shape, type), trainable: false, name: name);
        variable.Path = $"{Name}/{variable.Name}";
        _variables.Add(variable);
        return variable;
    }

    /// <summary>Makes a variable of the state: <c>AddWeight(name: "total", initializer: "zeros")</c>.</summary>
    /// <param name="shape">Its shape; a scalar by default.</param>
    /// <param name="initializer">How it starts; <c>"zeros"</c> by default.</param>
    /// <param name="dtype">Type of its elements; the metric's by default.</param>
    /// <param name="name">Its name, such as <c>"total"</c>.</param>
    /// <returns>The variable, not trainable.</returns>
    protected Variable AddWeight(Shape shape = default, Initializer? initializer = null, DTypeLike? dtype = null, string? name = null)
        => AddVariable(shape, initializer, dtype, name: name);

    /// <summary>The mean over all samples of a function of labels and predictions.</summary>
    /// <param name="f">Gives a number for each sample.</param>
    /// <param name="name">Name in logs; the method's in snake case by default, <c>lambda</c> for a lambda.</param>
    public static Metric From(Func<Tensor, Tensor, Tensor> f, string? name = null) => new MeanMetricWrapper(Guard.NotNull(f, "Metric.From"), name ?? FunctionName.Of(f));

    /// <summary>The metric of that name, with default arguments.</summary>
    /// <param name="name">Keras's name, such as <c>"mae"</c>, <c>"binary_accuracy"</c>, <c>"AUC"</c>. Null stays null.</param>
    /// <exception cref="ArgumentException">No metric has that name; the message lists those that exist.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Metric?(string? name) => name is null ? null : Registry.Create<Metric>(name);

    /// <summary>A metric from a function, as <see cref="From"/> makes it.</summary>
    /// <param name="f">Gives a number for each sample. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(f))]
    public static implicit operator Metric?(Func<Tensor, Tensor, Tensor>? f) => f is null ? null : From(f);

    /// <summary>The constructor's arguments under Keras's keys, from which the metric can be made again; override it for anything else.</summary>
    public virtual JsonObject GetConfig() => ObjectConfig.Get(this);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);

    /// <summary>How messages call it.</summary>
    private protected string Place => $"{(this is MeanMetricWrapper { Fn: not null } ? "Metric" : GetType().Name)} '{Name}'";

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
}
