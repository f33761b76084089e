using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NeuralOpt.Keras.Callbacks;

/// <summary>Loss and metrics by name in alphabetical order, one number an epoch: Keras's <c>history.history</c>.</summary>
public sealed class EpochValues : IReadOnlyDictionary<string, IReadOnlyList<double>>
{
    private readonly SortedDictionary<string, List<double>> _values = new(StringComparer.Ordinal);

    internal EpochValues()
    {
    }

    /// <summary>Number of names.</summary>
    public int Count => _values.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>The values of each name.</summary>
    public IEnumerable<IReadOnlyList<double>> Values => _values.Values;

    /// <summary>The values of one name, one an epoch.</summary>
    /// <param name="key">A name such as <c>"val_loss"</c>; the older <c>"acc"</c> and <c>"val_acc"</c> stand for accuracy.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that exist.</exception>
    public IReadOnlyList<double> this[string key]
        => TryGetValue(key, out IReadOnlyList<double>? values)
            ? values
            : throw new KerasKeyNotFoundException(Spelling.Unknown("History", "the name", key, _values.Keys, quote: ""));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<double> value)
    {
        value = _values.GetValueOrDefault(Guard.NotNull(key, "History"))
            ?? _values.GetValueOrDefault(key switch { "acc" => "accuracy", "val_acc" => "val_accuracy", _ => key });
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<double>>> GetEnumerator()
        => _values.Select(static p => KeyValuePair.Create(p.Key, (IReadOnlyList<double>)p.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Clear() => _values.Clear();

    internal void Add(Logs logs)
    {
        foreach ((string name, double value) in logs)
        {
            (_values.TryGetValue(name, out List<double>? list) ? list : _values[name] = []).Add(value);
        }
    }
}
