using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Training;

/// <summary>The metrics of all outputs, under the names that logs show.</summary>
internal sealed class CompiledMetrics
{
    private readonly List<Entry> _entries = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { "loss" };
    private readonly OutputSet _outputs;

    /// <summary>Spreads what <c>Compile</c> was given over the outputs, and names it; the metrics are made by <see cref="Resolve"/>.</summary>
    internal CompiledMetrics(MetricSpec? metrics, MetricSpec? weighted, OutputSet outputs)
    {
        _outputs = outputs;
        Add(metrics, weighted: false);
        Add(weighted, weighted: true);
    }

    /// <summary>The metrics themselves; none before they are made.</summary>
    internal IEnumerable<Metric> Metrics => _entries.Select(e => e.Metric).OfType<Metric>();

    /// <summary>The metrics' own names, in the order of <c>Compile</c>.</summary>
    internal IEnumerable<string> OwnNames => _entries.Select(e => e.Spec.Name);

    /// <summary>The names in logs, no two of them the same.</summary>
    internal IEnumerable<string> Names => _entries.Select(e => e.Name);

    /// <summary>The metrics with their names in logs.</summary>
    internal IEnumerable<(string Name, Metric Metric)> Named => _entries.Where(e => e.Metric is not null).Select(e => (e.Name, e.Metric!));

    /// <summary>Makes the metrics, once. <c>"accuracy"</c> is decided by the shapes.</summary>
    /// <exception cref="ArgumentException">An output with metrics has no target, or one object serves two places.</exception>
    internal CompiledMetrics Resolve(IReadOnlyList<Tensor?> yTrue, IReadOnlyList<Shape> yPred, CompiledLoss? loss)
    {
        HashSet<Metric> seen = new(ReferenceEqualityComparer.Instance);
        foreach (Entry e in _entries)
        {
            e.Metric = e.Spec.Resolve(TargetOf(e, yTrue).Shape, yPred[e.Output]);
            if (!seen.Add(e.Metric))
            {
                throw new KerasArgumentException(
                    $"Compile: a metric must stand in one place, as it counts for itself. Received: '{e.Spec.Name}' twice; give each place one of its own, or a name.");
            }

            if (e.Metric is IClassMetric metric)
            {
                metric.Ignored = loss?.Ignored(e.Output);
            }
        }

        return this;
    }

    internal void Update(IReadOnlyList<Tensor?> yTrue, IReadOnlyList<Tensor> yPred, IReadOnlyList<Tensor?> sampleWeights)
    {
        foreach (Entry e in _entries)
        {
            e.Metric!.UpdateState(TargetOf(e, yTrue), yPred[e.Output], e.Weighted ? sampleWeights[e.Output] : null);
        }
    }

    private Tensor TargetOf(Entry e, IReadOnlyList<Tensor?> yTrue)
        => yTrue[e.Output] ?? throw new KerasArgumentException(
            $"Compile: metrics must be of outputs that have a target. Received: '{e.Spec.Name}' for output '{_outputs.Names[e.Output]}'.");

    private void Add(MetricSpec? metrics, bool weighted)
    {
        for (int i = 0; i < _outputs.Count && metrics is not null; i++)
        {
            foreach (MetricSpec spec in Of(metrics, i, _outputs.Names))
            {
                string name = _outputs.Prefix(i) + spec.Name;
                name = weighted && _names.Contains(name) ? $"{_outputs.Prefix(i)}weighted_{spec.Name}" : name;
                _entries.Add(new(Unique(name), spec, i, weighted));
            }
        }
    }

    /// <summary><c>mse</c>, then <c>mse_1</c>, <c>mse_2</c>, ...</summary>
    private string Unique(string name)
    {
        string unique = name;
        for (int i = 1; !_names.Add(unique); i++)
        {
            unique = $"{name}_{i}";
        }

        return unique;
    }

    // A flat list belongs to the only output; with several outputs, each entry of the list is one output's.
    private static IEnumerable<MetricSpec> Of(MetricSpec spec, int output, IReadOnlyList<string> outputs)
    {
        if (spec.Named is { } named)
        {
            PerOutput.CheckNames(named.Keys, outputs, "metrics");
            return named.TryGetValue(outputs[output], out MetricSpec? own) ? Flat(own) : [];
        }

        if (spec.Items is not { } items || outputs.Count == 1)
        {
            return Flat(spec);
        }

        return items.Count == outputs.Count
            ? Flat(items[output])
            : throw new KerasArgumentException($"Compile: metrics must have one entry for each of {outputs.Count} outputs. Received: {items.Count}.");
    }

    private static IEnumerable<MetricSpec> Flat(MetricSpec? spec)
        => spec is null ? [] : spec.Items is { } items ? items.SelectMany(Flat) : [spec];

    private sealed record Entry(string Name, MetricSpec Spec, int Output, bool Weighted)
    {
        internal Metric? Metric { get; set; }
    }
}
