using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Training;

/// <summary>The metrics of all outputs, under the names that logs show.</summary>
internal sealed class CompiledMetrics
{
    private readonly List<Entry> _entries = [];

    internal CompiledMetrics(MetricSpec? metrics, MetricSpec? weighted, IReadOnlyList<string> outputs, Shape[] yTrue, Shape[] yPred)
    {
        Add(metrics, weighted: false);
        Add(weighted, weighted: true);

        void Add(MetricSpec? spec, bool weighted)
        {
            for (int i = 0; i < outputs.Count && spec is not null; i++)
            {
                foreach (MetricSpec one in Of(spec, i, outputs))
                {
                    Metric metric = one.Resolve(yTrue[i], yPred[i]);
                    string name = outputs.Count > 1 ? $"{outputs[i]}_{metric.Name}" : metric.Name;
                    name = weighted && _entries.Exists(e => e.Name == name) ? $"weighted_{name}" : name;
                    _entries.Add(new(name, metric, i, weighted));
                }
            }
        }
    }

    internal IEnumerable<Metric> Metrics => _entries.Select(e => e.Metric);

    /// <summary>The metrics' own names, in the order of <c>Compile</c>.</summary>
    internal IEnumerable<string> OwnNames => _entries.Select(e => e.Metric.Name);

    internal IEnumerable<(string Name, Tensor Value)> Results => _entries.Select(e => (e.Name, e.Metric.Result()));

    internal void Update(IReadOnlyList<Tensor> yTrue, IReadOnlyList<Tensor> yPred, IReadOnlyList<Tensor?> sampleWeights)
    {
        foreach (Entry e in _entries)
        {
            e.Metric.UpdateState(yTrue[e.Output], yPred[e.Output], e.Weighted ? sampleWeights[e.Output] : null);
        }
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

    private sealed record Entry(string Name, Metric Metric, int Output, bool Weighted);
}
