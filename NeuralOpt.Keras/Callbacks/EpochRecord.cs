namespace NeuralOpt.Keras.Callbacks;

/// <summary>What a <see cref="Callbacks.History"/> keeps. It stands apart because in C# no class declares a member of its own name.</summary>
/// <seealso href="https://keras.io/api/models/model_training_apis/#fit-method"/>
public abstract class EpochRecord : Callback
{
    private readonly SortedDictionary<string, List<Tensor>> _arrays = new(StringComparer.Ordinal);
    private readonly List<int> _epochs = [];

    /// <summary>The epochs that were run, from 0; Keras's <c>history.epoch</c>.</summary>
    public IReadOnlyList<int> Epoch => _epochs;

    /// <summary>The values by name, one an epoch; Keras's <c>history.history</c>.</summary>
    public EpochValues History { get; } = new();

    /// <summary>The values by name, one an epoch: another name of <see cref="History"/>.</summary>
    public EpochValues Values => History;

    /// <summary>The metrics that have several values, such as <c>F1Score</c> with one a class: all of them, one tensor an epoch. Elsewhere there is their mean.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Tensor>> Arrays
        => _arrays.ToDictionary(p => p.Key, p => (IReadOnlyList<Tensor>)p.Value);

    /// <summary>The values of one name, one an epoch.</summary>
    /// <param name="name">A name such as <c>"val_loss"</c>; the older <c>"acc"</c> and <c>"val_acc"</c> stand for accuracy.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that exist.</exception>
    public IReadOnlyList<double> this[string name] => History[name];

    /// <summary>Forgets all epochs.</summary>
    private protected void Forget()
    {
        _epochs.Clear();
        _arrays.Clear();
        History.Clear();
    }

    /// <summary>Keeps the values of an epoch.</summary>
    private protected void Keep(int epoch, Logs logs)
    {
        _epochs.Add(epoch);
        History.Add(logs);
        foreach ((string name, Tensor value) in logs.Arrays)
        {
            (_arrays.TryGetValue(name, out List<Tensor>? list) ? list : _arrays[name] = []).Add(value);
        }
    }
}
