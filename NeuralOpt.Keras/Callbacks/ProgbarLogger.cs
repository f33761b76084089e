using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras.Callbacks;

/// <summary>Prints the progress of training, evaluation and prediction. <c>Fit</c> adds one unless <c>verbose</c> is 0.</summary>
/// <example>
/// <code>
/// model.Fit(x, y, verbose: 2);       // a line an epoch; Fit adds the callback itself
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/callbacks/"/>
public class ProgbarLogger : Callback
{
    private ProgressBar? _bar;
    private int _seen;
    private bool _training;

    private int Verbose => Params.GetValueOrDefault("verbose", 1);

    private int? Steps => Params.TryGetValue("steps", out int steps) && steps >= 0 ? steps : null;

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => _training = true;

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => _training = false;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs)
    {
        Start();
        // Nobody told how many, where the callback is driven by hand.
        if (Verbose > 0 && Params.GetValueOrDefault("epochs", 1) is > 1 and var epochs)
        {
            Utf8Console.Out.Write($"Epoch {epoch + 1}/{epochs}\n");
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => Finish(logs);

    /// <inheritdoc/>
    public override void OnTestBegin(Logs logs)
    {
        if (!_training)
        {
            Start();
        }
    }

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs)
    {
        if (!_training)
        {
            Finish(logs);
        }
    }

    /// <inheritdoc/>
    public override void OnPredictBegin(Logs logs) => Start();

    /// <inheritdoc/>
    public override void OnPredictEnd(Logs logs) => Finish(logs);

    internal void Step(int batch, Func<Logs> logs, bool test)
    {
        if (test && _training)
        {
            return;
        }

        _seen = batch + 1;
        _bar?.Step(_seen, logs);
    }

    private void Start()
    {
        _seen = 0;
        _bar = Verbose == 0 ? null : new(Steps, Verbose);
    }

    private void Finish(Logs logs)
    {
        logs ??= [];
        if (_bar is not null)
        {
            _bar.Target ??= _seen;
            _bar.Update(_bar.Target.Value, [.. logs], finalize: true);
            _bar = null;
        }
    }
}
