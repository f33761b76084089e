namespace NeuralOpt.Keras.Callbacks;

/// <summary>What <c>Fit</c> returns: loss and metrics of every epoch, by name.</summary>
/// <seealso href="https://keras.io/api/models/model_training_apis/#fit-method"/>
public sealed class History : Callback
{
    private readonly SortedDictionary<string, List<double>> _values = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<Tensor>> _arrays = new(StringComparer.Ordinal);
    private readonly List<int> _epochs = [];

    /// <summary>The epochs that were run, from 0; Keras's <c>history.epoch</c>.</summary>
    public IReadOnlyList<int> Epoch => _epochs;

    /// <summary>The values by name, one an epoch; Keras's <c>history.history</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Values
        => _values.ToDictionary(p => p.Key, p => (IReadOnlyList<double>)p.Value);

    /// <summary>The metrics that have several values, such as <c>F1Score</c> with one a class: all of them, one tensor an epoch. Elsewhere there is their mean.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Tensor>> Arrays
        => _arrays.ToDictionary(p => p.Key, p => (IReadOnlyList<Tensor>)p.Value);

    /// <summary>The values of one name, one an epoch.</summary>
    /// <param name="name">A name such as <c>"val_loss"</c>; the older <c>"acc"</c> and <c>"val_acc"</c> stand for accuracy.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that exist.</exception>
    public IReadOnlyList<double> this[string name]
        => _values.GetValueOrDefault(name)
            ?? _values.GetValueOrDefault(name switch { "acc" => "accuracy", "val_acc" => "val_accuracy", _ => name })
            ?? throw new KerasKeyNotFoundException($"History: the name must be one of {string.Join(", ", _values.Keys)}. Received: '{name}'.");

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs)
    {
        _epochs.Clear();
        _values.Clear();
        _arrays.Clear();
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        _epochs.Add(epoch);
        foreach ((string name, double value) in logs)
        {
            (_values.TryGetValue(name, out List<double>? list) ? list : _values[name] = []).Add(value);
        }

        foreach ((string name, Tensor value) in logs.Arrays)
        {
            (_arrays.TryGetValue(name, out List<Tensor>? list) ? list : _arrays[name] = []).Add(value);
        }
    }
}
