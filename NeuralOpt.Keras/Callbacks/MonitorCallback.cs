using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Callbacks;

/// <summary>A callback that watches one value of the logs and knows whether it got better: what its kinds share.</summary>
/// <seealso href="https://keras.io/api/callbacks/"/>
public abstract class MonitorCallback : Callback
{
    private readonly double _delta;
    private bool? _up;
    private bool _warned;

    /// <summary>Called by a derived class.</summary>
    /// <param name="monitor">Name of the value, such as <c>"val_loss"</c>; the older <c>"val_acc"</c> stands for accuracy.</param>
    /// <param name="mode"><c>"min"</c>, <c>"max"</c>, or <c>"auto"</c>: by what the value is.</param>
    /// <param name="minDelta">Least change that counts as better; its sign does not matter.</param>
    /// <exception cref="ArgumentException">The mode is another, or the change is no number.</exception>
    protected MonitorCallback(string monitor = "val_loss", string mode = "auto", double minDelta = 0)
    {
        string place = GetType().Name;
        Monitor = Guard.NotNull(monitor, place, "monitor");
        Mode = Guard.OneOf(mode, place, "mode", "auto", "min", "max");
        MinDelta = Guard.Finite(minDelta, place, "minDelta");
        _delta = Math.Abs(minDelta);
    }

    /// <summary>Name of the value that is watched.</summary>
    public string Monitor { get; }

    /// <summary>Whether less or more is better.</summary>
    public string Mode { get; }

    /// <summary>Least change that counts as better.</summary>
    public double MinDelta { get; }

    /// <summary>The best value so far; null before the first.</summary>
    public double? Best { get; private protected set; }

    /// <summary>The watched value; null, with a warning, where the logs have none. Override it to watch something else.</summary>
    /// <param name="logs">Loss and metrics of the epoch.</param>
    protected virtual double? GetMonitorValue(Logs logs)
    {
        string older = Monitor switch { "acc" => "accuracy", "val_acc" => "val_accuracy", _ => Monitor };
        if (logs.TryGetValue(Monitor, out double value) || logs.TryGetValue(older, out value))
        {
            return value;
        }

        if (!_warned)
        {
            _warned = true;
            KerasWarnings.Warn($"{GetType().Name}: the value that it monitors, '{Monitor}', is not available. There are: {string.Join(", ", logs.Keys)}.");
        }

        return null;
    }

    /// <summary>Whether a value is better than another, by more than the least change.</summary>
    private protected bool Improves(double value, double? than)
    {
        bool up = _up ??= Up();
        return than is not { } old || (up ? value - _delta > old : value + _delta < old);
    }

    private bool Up() => Mode switch
    {
        "max" => true,
        "min" => false,
        _ => Direction(Monitor.StartsWith("val_", StringComparison.Ordinal) ? Monitor[4..] : Monitor) ?? throw new KerasInvalidOperationException(
            $"{GetType().Name}: whether more or less of '{Monitor}' is better must be known. Give mode: \"max\" or \"min\"."),
    };

    // The metric knows; losses are to be small, those of single outputs too.
    private bool? Direction(string name)
    {
        Metric? metric = Model.MetricLogged(name) ?? (name switch
        {
            "acc" => Model.MetricLogged("accuracy"),
            "accuracy" => Model.MetricLogged("acc"),
            _ => null,
        });
        return metric?.HigherIsBetter ?? (name == "loss" || name.EndsWith("_loss", StringComparison.Ordinal) ? false : null);
    }
}
