using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Metrics;

/// <summary>Metrics in a list that may hold functions: <c>["accuracy", MeanGap]</c>.</summary>
/// <remarks>
/// An entry is a name, a <see cref="Metric"/>, a method or a lambda that names its parameters' types, such as
/// <c>(Tensor y, Tensor p) =&gt; Ops.Mean(Ops.Abs(y - p), axis: -1)</c>.
/// </remarks>
/// <example>
/// <code>
/// static Tensor MeanGap(Tensor yTrue, Tensor yPred) =&gt; Ops.Mean(Ops.Abs(yTrue - yPred), axis: -1);
/// model.Compile(loss: "mse", metrics: ["mae", MeanGap]);       // logged as mae and mean_gap
/// </code>
/// </example>
public sealed class MetricList : IEnumerable
{
    private readonly List<MetricSpec?> _items = [];
    private readonly MetricSpec? _one;

    /// <summary>An empty list, to which collection expressions and initializers add.</summary>
    public MetricList()
    {
    }

    private MetricList(MetricSpec one) => _one = one;

    /// <summary>The same in the form that <c>Compile</c> keeps.</summary>
    internal MetricSpec Spec => _one ?? MetricSpec.List(_items);

    [return: NotNullIfNotNull(nameof(spec))]
    internal static MetricList? Of(MetricSpec? spec) => spec is null ? null : new(spec);

    /// <summary>Adds a metric, or the metrics of the next output.</summary>
    /// <param name="metric">A metric in any form; null for none.</param>
    [OverloadResolutionPriority(1)]
    public void Add(MetricList? metric) => _items.Add(metric?.Spec);

    /// <summary>Adds the mean over all samples of a function of labels and predictions.</summary>
    /// <param name="metric">Gives a number for each sample.</param>
    public void Add(Func<Tensor, Tensor, Tensor>? metric) => _items.Add(metric);

    /// <summary>The metric of that name.</summary>
    /// <param name="name">Keras's name, such as <c>"mae"</c>; <c>"accuracy"</c> is decided by the shapes. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator MetricList?(string? name) => Of((MetricSpec?)name);

    /// <summary>One metric.</summary>
    /// <param name="metric">Any metric. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metric))]
    public static implicit operator MetricList?(Metric? metric) => Of((MetricSpec?)metric);

    /// <summary>The mean over all samples of a function of labels and predictions.</summary>
    /// <param name="f">Gives a number for each sample. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(f))]
    public static implicit operator MetricList?(Func<Tensor, Tensor, Tensor>? f) => (Metric?)f;

    /// <summary>A list of metrics.</summary>
    /// <param name="metrics">The metrics. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricList?(Metric[]? metrics) => Of((MetricSpec?)metrics);

    /// <summary>A list of metrics by name.</summary>
    /// <param name="metrics">The metrics. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricList?(string[]? metrics) => Of((MetricSpec?)metrics);

    /// <summary>A list of metrics.</summary>
    /// <param name="metrics">The metrics. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricList?(List<Metric>? metrics) => metrics?.ToArray();

    /// <summary>A list of metrics by name.</summary>
    /// <param name="metrics">The metrics. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricList?(List<string>? metrics) => metrics?.ToArray();

    /// <inheritdoc/>
    public IEnumerator GetEnumerator() => Spec.GetEnumerator();
}
