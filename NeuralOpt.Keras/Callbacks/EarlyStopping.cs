namespace NeuralOpt.Keras.Callbacks;

/// <summary>Ends training when a value has not got better for some epochs.</summary>
/// <param name="monitor">Name of the value, such as <c>"val_loss"</c>.</param>
/// <param name="minDelta">Least change that counts as better.</param>
/// <param name="patience">Epochs without anything better after which training ends, at least 0.</param>
/// <param name="verbose">1 prints what happens.</param>
/// <param name="mode"><c>"min"</c>, <c>"max"</c>, or <c>"auto"</c>: by what the value is.</param>
/// <param name="baseline">A value that must be reached besides; null for none.</param>
/// <param name="restoreBestWeights">Whether the model ends with the weights of its best epoch.</param>
/// <param name="startFromEpoch">Epochs at the start that are not looked at.</param>
/// <example>
/// <code>
/// model.Fit(x, y, validationSplit: 0.2, epochs: 100, callbacks: new EarlyStopping(patience: 5, restoreBestWeights: true));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/callbacks/early_stopping/"/>
public class EarlyStopping(
    string monitor = "val_loss",
    double minDelta = 0,
    int patience = 0,
    int verbose = 0,
    string mode = "auto",
    double? baseline = null,
    bool restoreBestWeights = false,
    int startFromEpoch = 0)
    : MonitorCallback(monitor, mode, minDelta)
{
    private Tensor[]? _bestWeights;
    private int _wait;

    /// <summary>Epochs without anything better after which training ends.</summary>
    public int Patience { get; } = Guard.AtLeast(0, patience, "EarlyStopping", "patience");

    /// <summary>Whether it prints what happens.</summary>
    public int Verbose { get; } = verbose;

    /// <summary>A value that must be reached besides.</summary>
    public double? Baseline { get; } = baseline is { } b ? Guard.Finite(b, "EarlyStopping", "baseline") : null;

    /// <summary>Whether the model ends with the weights of its best epoch.</summary>
    public bool RestoreBestWeights { get; } = restoreBestWeights;

    /// <summary>Epochs at the start that are not looked at.</summary>
    public int StartFromEpoch { get; } = Guard.AtLeast(0, startFromEpoch, "EarlyStopping", "startFromEpoch");

    /// <summary>The epoch, from 0, at which training was ended; 0 if it was not.</summary>
    public int StoppedEpoch { get; private set; }

    /// <summary>The best epoch, from 0.</summary>
    public int BestEpoch { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs)
    {
        (_wait, _bestWeights, Best) = (0, null, null);
        (StoppedEpoch, BestEpoch) = (0, 0);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        logs ??= [];
        if (GetMonitorValue(logs) is not { } current || epoch < StartFromEpoch)
        {
            return;
        }

        if (RestoreBestWeights && _bestWeights is null)
        {
            (_bestWeights, BestEpoch) = (Model.GetWeights(), epoch);
        }

        _wait++;
        if (Improves(current, Best))
        {
            (Best, BestEpoch) = (current, epoch);
            _bestWeights = RestoreBestWeights ? Model.GetWeights() : null;
            _wait = Baseline is null || Improves(current, Baseline) ? 0 : _wait;
        }
        else if (_wait >= Patience && epoch > 0)
        {
            StoppedEpoch = epoch;
            Model.StopTraining = true;
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs)
    {
        if (StoppedEpoch > 0 && Verbose > 0)
        {
            Console.Out.Write($"Epoch {StoppedEpoch + 1}: early stopping\n");
        }

        if (_bestWeights is not null)
        {
            if (Verbose > 0)
            {
                Console.Out.Write($"Restoring model weights from the end of the best epoch: {BestEpoch + 1}.\n");
            }

            Model.SetWeights(_bestWeights);
        }
    }
}
