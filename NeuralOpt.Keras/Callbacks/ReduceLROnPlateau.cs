namespace NeuralOpt.Keras.Callbacks;

/// <summary>Makes the learning rate smaller when a value has not got better for some epochs.</summary>
/// <param name="monitor">Name of the value, such as <c>"val_loss"</c>.</param>
/// <param name="factor">What the rate is multiplied by, at least 0 and below 1.</param>
/// <param name="patience">Epochs without anything better after which the rate changes, at least 0.</param>
/// <param name="verbose">1 prints each change.</param>
/// <param name="mode"><c>"min"</c>, <c>"max"</c>, or <c>"auto"</c>: by what the value is.</param>
/// <param name="minDelta">Least change that counts as better.</param>
/// <param name="cooldown">Epochs after a change that do not count.</param>
/// <param name="minLr">The rate does not fall below it, at least 0.</param>
/// <remarks>The rate of each epoch is logged as <c>learning_rate</c>.</remarks>
/// <example>
/// <code>
/// model.Fit(x, y, validationSplit: 0.2, epochs: 100, callbacks: [new ReduceLROnPlateau(factor: 0.2, patience: 5), new EarlyStopping(patience: 20)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/callbacks/reduce_lr_on_plateau/"/>
public class ReduceLROnPlateau(
    string monitor = "val_loss",
    double factor = 0.1,
    int patience = 10,
    int verbose = 0,
    string mode = "auto",
    double minDelta = 0.0001,
    int cooldown = 0,
    double minLr = 0.0)
    : MonitorCallback(monitor, mode, minDelta)
{
    private int _wait;
    private int _cooling;

    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; } = Guard.Rate(factor, "ReduceLROnPlateau", "factor");

    /// <summary>Epochs without anything better after which the rate changes.</summary>
    public int Patience { get; } = Guard.AtLeast(0, patience, "ReduceLROnPlateau", "patience");

    /// <summary>Whether each change is printed.</summary>
    public int Verbose { get; } = verbose;

    /// <summary>Epochs after a change that do not count.</summary>
    public int Cooldown { get; } = Guard.AtLeast(0, cooldown, "ReduceLROnPlateau", "cooldown");

    /// <summary>The rate does not fall below it.</summary>
    public double MinLr { get; } = Guard.NotNegative(minLr, "ReduceLROnPlateau", "minLr");

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => (_wait, _cooling, Best) = (0, 0, null);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        logs ??= [];
        double rate = Model.Optimizer!.LearningRate;
        logs["learning_rate"] = rate;
        if (GetMonitorValue(logs) is not { } current)
        {
            return;
        }

        if (_cooling > 0)
        {
            _cooling--;
            _wait = 0;
        }

        if (Improves(current, Best))
        {
            (Best, _wait) = (current, 0);
        }
        else if (_cooling == 0 && ++_wait >= Patience && rate > (float)MinLr)
        {
            double smaller = Math.Max(rate * Factor, MinLr);
            Model.Optimizer.LearningRate = smaller;
            if (Verbose > 0)
            {
                Console.Out.Write($"\nEpoch {epoch + 1}: ReduceLROnPlateau reducing learning rate to {PythonNumber.Repr(smaller)}.\n");
            }

            (_cooling, _wait) = (Cooldown, 0);
        }
    }
}
