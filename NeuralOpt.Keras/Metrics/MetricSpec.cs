using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>The metrics of a model, as <c>Compile</c> takes them: one, a list, one list for each output, or by the outputs' names.</summary>
/// <remarks>
/// Converts from a name, a <see cref="Metric"/>, a function, a list of these as <c>["mse", MeanGap]</c>, lists of lists, a dictionary or
/// <c>new() { ["a"] = ["mse"] }</c>. A null entry is an output without metrics.
/// </remarks>
/// <example>
/// <code>
/// model.Compile(loss: "mse", metrics: ["mae", new R2Score()]);
/// model.Compile(loss: "mse", metrics: [["mae"], ["mse", "mae"]]);        // one list for each output
/// model.Compile(loss: "mse", metrics: new() { ["age"] = ["mae"], ["class"] = ["accuracy"] });
/// </code>
/// </example>
[CollectionBuilder(typeof(MetricSpec), nameof(Create))]
public sealed class MetricSpec : IEnumerable<MetricList?>
{
    private readonly Metric? _metric;
    private Dictionary<string, MetricSpec?>? _named;

    /// <summary>No metrics, to which an initializer adds by the outputs' names.</summary>
    public MetricSpec() => _named = [];

    private MetricSpec(string? identifier, Metric? metric, IReadOnlyList<MetricSpec?>? items = null)
    {
        Identifier = identifier;
        _metric = metric;
        Items = items;
    }

    /// <summary>The string the user gave; null for an object.</summary>
    internal string? Identifier { get; }

    /// <summary>What the one metric is called in logs.</summary>
    internal string Name => Identifier ?? _metric!.Name;

    /// <summary>The metrics of a list; null unless it is one.</summary>
    internal IReadOnlyList<MetricSpec?>? Items { get; }

    /// <summary>Metrics by name of the output; null unless it is a dictionary.</summary>
    internal IReadOnlyDictionary<string, MetricSpec?>? Named => _named;

    /// <summary>The metrics of an output, by its name.</summary>
    /// <param name="output">Name of the output.</param>
    /// <exception cref="KeyNotFoundException">No metrics have been set for it.</exception>
    public MetricList? this[string output]
    {
        get => _named is not null && _named.TryGetValue(Guard.NotNull(output, "MetricSpec"), out MetricSpec? metrics) ? MetricList.Of(metrics)
            : throw new KerasKeyNotFoundException(Spelling.Unknown("MetricSpec", "the output", output, [.. _named?.Keys ?? Enumerable.Empty<string>()], quote: ""));
        set => (_named ??= [])[Guard.NotNull(output, "MetricSpec")] = value;
    }

    /// <summary>The one metric. <c>"accuracy"</c> and <c>"crossentropy"</c> are decided by the shapes, as Keras does. A name makes a metric of its own for each output.</summary>
    internal Metric Resolve(Shape yTrue, Shape yPred) => Identifier is null ? _metric! : Resolve(Identifier, null, yTrue, yPred);

    /// <summary>The metric of a name; it is called in logs as the user called it.</summary>
    internal static Metric Resolve(string name, Loss? loss, Shape yTrue, Shape yPred)
    {
        LabelKinds kind = LabelKind.Of(yTrue, yPred);
        Metric metric = Registry.Create<Metric>(name.ToLowerInvariant() switch
        {
            "accuracy" or "acc" => kind switch
            {
                LabelKinds.Binary => "binary_accuracy",
                LabelKinds.Sparse => "sparse_categorical_accuracy",
                _ => "categorical_accuracy",
            },
            "crossentropy" or "ce" => kind switch
            {
                LabelKinds.Binary => "binary_crossentropy",
                LabelKinds.Sparse => "sparse_categorical_crossentropy",
                _ => "categorical_crossentropy",
            },
            _ => name,
        });
        metric.Name = name;
        return metric;
    }

    /// <summary>A list of metrics; collection expressions call it.</summary>
    /// <param name="items">Metrics, or one list for each output.</param>
    public static MetricSpec Create(ReadOnlySpan<MetricList?> items)
    {
        MetricSpec?[] specs = new MetricSpec?[items.Length];
        for (int i = 0; i < specs.Length; i++)
        {
            specs[i] = items[i];
        }

        return List(specs);
    }

    /// <summary>A list, as its items are.</summary>
    internal static MetricSpec List(IReadOnlyList<MetricSpec?> items) => new(null, null, items);

    /// <summary>A list in the form that takes functions.</summary>
    /// <param name="list">Metrics. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(list))]
    public static implicit operator MetricSpec?(MetricList? list) => list?.Spec;

    /// <summary>The metric of that name.</summary>
    /// <param name="name">Keras's name, such as <c>"mae"</c>; <c>"accuracy"</c> is decided by the shapes. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator MetricSpec?(string? name) => name is null ? null : OfName(name);

    /// <summary>One metric.</summary>
    /// <param name="metric">Any metric. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metric))]
    public static implicit operator MetricSpec?(Metric? metric) => metric is null ? null : new(null, metric);

    /// <summary>The mean over all samples of a function of labels and predictions.</summary>
    /// <param name="f">Gives a number for each sample. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(f))]
    public static implicit operator MetricSpec?(Func<Tensor, Tensor, Tensor>? f) => (Metric?)f;

    /// <summary>A list of metrics.</summary>
    /// <param name="metrics">The metrics. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(Metric[]? metrics) => metrics is null ? null : List([.. metrics.Select(static m => (MetricSpec?)m)]);

    /// <summary>A list of metrics by name.</summary>
    /// <param name="metrics">The metrics. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(string[]? metrics) => metrics is null ? null : List([.. metrics.Select(static m => (MetricSpec?)m)]);

    /// <summary>A list of metrics.</summary>
    /// <param name="metrics">The metrics. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(List<Metric>? metrics) => metrics?.ToArray();

    /// <summary>A list of metrics by name.</summary>
    /// <param name="metrics">The metrics. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(List<string>? metrics) => metrics?.ToArray();

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">Metrics for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(Dictionary<string, MetricSpec?>? metrics) => metrics is null ? null : new() { _named = new(metrics) };

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">A list for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(Dictionary<string, MetricList?>? metrics) => metrics?.ToDictionary(static p => p.Key, static p => (MetricSpec?)p.Value);

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">A metric for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(Dictionary<string, string>? metrics) => metrics?.ToDictionary(static p => p.Key, static p => (MetricSpec?)p.Value);

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">Metrics for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(Dictionary<string, string[]>? metrics) => metrics?.ToDictionary(static p => p.Key, static p => (MetricSpec?)p.Value);

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">A metric for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(Dictionary<string, Metric>? metrics) => metrics?.ToDictionary(static p => p.Key, static p => (MetricSpec?)p.Value);

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">Metrics for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(Dictionary<string, Metric[]>? metrics) => metrics?.ToDictionary(static p => p.Key, static p => (MetricSpec?)p.Value);

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">A function for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricSpec?(Dictionary<string, Func<Tensor, Tensor, Tensor>>? metrics) => metrics?.ToDictionary(static p => p.Key, static p => (MetricSpec?)p.Value);

    /// <inheritdoc/>
    public IEnumerator<MetricList?> GetEnumerator() => (Items ?? Named?.Values ?? [this]).Select(MetricList.Of).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static MetricSpec OfName(string name)
    {
        if (name.ToLowerInvariant() is "accuracy" or "acc" or "crossentropy" or "ce")
        {
            return new(name, null);
        }

        Metric metric = name;
        metric.Name = name;
        return new(name, metric);
    }
}
