using System.Collections;
using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>The metrics of a model, as <c>Compile</c> takes them: one, a list, or by the outputs' names.</summary>
/// <remarks>Converts from a name, a <see cref="Metric"/>, a function, a collection expression of these, a dictionary. A null entry is an output without metrics.</remarks>
[CollectionBuilder(typeof(MetricSpec), nameof(Create))]
public sealed class MetricSpec : IEnumerable<MetricSpec?>
{
    private readonly Metric? _metric;

    private MetricSpec(string? identifier, Metric? metric, IReadOnlyList<MetricSpec?>? items = null, IReadOnlyDictionary<string, MetricSpec?>? named = null)
    {
        Identifier = identifier;
        _metric = metric;
        Items = items;
        Named = named;
    }

    /// <summary>The string the user gave; null for an object.</summary>
    internal string? Identifier { get; }

    /// <summary>What the one metric is called in logs.</summary>
    internal string Name => Identifier ?? _metric!.Name;

    /// <summary>The metrics of a list; null unless it is one.</summary>
    internal IReadOnlyList<MetricSpec?>? Items { get; }

    /// <summary>Metrics by name of the output; null unless it is a dictionary.</summary>
    internal IReadOnlyDictionary<string, MetricSpec?>? Named { get; }

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
    public static MetricSpec Create(ReadOnlySpan<MetricSpec?> items) => new(null, null, items.ToArray());

    /// <summary>The metric of that name.</summary>
    /// <param name="name">Keras's name, such as <c>"mae"</c>; <c>"accuracy"</c> is decided by the shapes.</param>
    public static implicit operator MetricSpec(string name)
    {
        if (name.ToLowerInvariant() is "accuracy" or "acc" or "crossentropy" or "ce")
        {
            return new(name, null);
        }

        Metric metric = name;
        metric.Name = name;
        return new(name, metric);
    }

    /// <summary>One metric.</summary>
    /// <param name="metric">Any metric.</param>
    public static implicit operator MetricSpec(Metric metric) => new(null, metric);

    /// <summary>The mean over all samples of a function of labels and predictions.</summary>
    /// <param name="f">Gives a number for each sample.</param>
    public static implicit operator MetricSpec(Func<Tensor, Tensor, Tensor> f) => new(null, Metric.From(f));

    /// <summary>A list of metrics.</summary>
    /// <param name="metrics">The metrics.</param>
    public static implicit operator MetricSpec(Metric[] metrics) => Create([.. metrics.Select(m => (MetricSpec)m)]);

    /// <summary>A list of metrics by name.</summary>
    /// <param name="metrics">The metrics.</param>
    public static implicit operator MetricSpec(string[] metrics) => Create([.. metrics.Select(m => (MetricSpec)m)]);

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">Metrics for each name.</param>
    public static implicit operator MetricSpec(Dictionary<string, MetricSpec?> metrics) => new(null, null, null, new Dictionary<string, MetricSpec?>(metrics));

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">A metric for each name.</param>
    public static implicit operator MetricSpec(Dictionary<string, string> metrics)
        => new(null, null, null, metrics.ToDictionary(p => p.Key, p => (MetricSpec?)p.Value));

    /// <summary>Metrics by name of the output.</summary>
    /// <param name="metrics">A metric for each name.</param>
    public static implicit operator MetricSpec(Dictionary<string, Metric> metrics)
        => new(null, null, null, metrics.ToDictionary(p => p.Key, p => (MetricSpec?)p.Value));

    /// <inheritdoc/>
    public IEnumerator<MetricSpec?> GetEnumerator() => (Items ?? Named?.Values ?? [this]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
