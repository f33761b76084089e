using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NeuralOpt.Keras.Callbacks;

/// <summary>Loss and metrics of a batch or an epoch, by name in alphabetical order, as callbacks see them.</summary>
/// <remarks>A callback may add or replace values: later callbacks and the history see them.</remarks>
public sealed class Logs : IReadOnlyDictionary<string, double>
{
    private readonly SortedDictionary<string, double> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tensor> _arrays = new(StringComparer.Ordinal);

    /// <summary>Makes empty logs.</summary>
    public Logs()
    {
    }

    internal Logs(IReadOnlyList<string> names, IReadOnlyList<Tensor> values)
    {
        for (int i = 0; i < names.Count; i++)
        {
            Set(names[i], values[i]);
        }
    }

    /// <summary>No values.</summary>
    internal static Logs Empty => [];

    /// <summary>What the model gave for a batch of <c>Predict</c>, Keras's <c>logs["outputs"]</c>; null elsewhere.</summary>
    public Tensors? Outputs { get; init; }

    /// <summary>The metrics that have several values, such as <c>F1Score</c> with one a class: all of them; under its name there is their mean.</summary>
    public IReadOnlyDictionary<string, Tensor> Arrays => _arrays;

    /// <summary>Number of values.</summary>
    public int Count => _values.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>The values.</summary>
    public IEnumerable<double> Values => _values.Values;

    /// <summary>A value by its name.</summary>
    /// <param name="key">A name such as <c>"val_loss"</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that exist.</exception>
    public double this[string key]
    {
        get => _values.TryGetValue(Guard.NotNull(key, "Logs"), out double value)
            ? value
            : throw new KerasKeyNotFoundException(Spelling.Unknown("Logs", "the name", key, _values.Keys, quote: ""));
        set
        {
            _values[Guard.NotNull(key, "Logs")] = value;
            _arrays.Remove(key);
        }
    }

    /// <summary>Adds a value; collection initializers call it.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">There is a value of that name already.</exception>
    public void Add(string key, double value)
    {
        if (!_values.TryAdd(Guard.NotNull(key, "Logs"), value))
        {
            throw new KerasArgumentException($"Logs: a name must be added once. Received a second value for '{key}'.");
        }
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(Guard.NotNull(key, "Logs"));

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double value) => _values.TryGetValue(Guard.NotNull(key, "Logs"), out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds the values of an evaluation, each name with <c>val_</c> before it.</summary>
    internal void AddValidation(Logs validation)
    {
        foreach ((string key, double value) in validation)
        {
            this["val_" + key] = value;
        }

        foreach ((string key, Tensor value) in validation.Arrays)
        {
            _arrays["val_" + key] = value;
        }
    }

    private void Set(string name, Tensor value)
    {
        if (value.Size == 1)
        {
            _values[name] = value.Item();
            return;
        }

        _values[name] = Ops.Mean(Ops.Cast(value, DType.Float32)).Item();
        _arrays[name] = value;
    }
}
