namespace NeuralOpt.Keras.Callbacks;

/// <summary>A callback made of functions.</summary>
/// <param name="onEpochBegin">Called at the start of an epoch; null for nothing, as all others.</param>
/// <param name="onEpochEnd">Called at the end of an epoch.</param>
/// <param name="onTrainBegin">Called at the start of training.</param>
/// <param name="onTrainEnd">Called at the end of training.</param>
/// <param name="onTrainBatchBegin">Called before a training step.</param>
/// <param name="onTrainBatchEnd">Called after a training step.</param>
/// <param name="onTestBegin">Called at the start of an evaluation or validation.</param>
/// <param name="onTestEnd">Called at the end of an evaluation or validation.</param>
/// <param name="onTestBatchBegin">Called before a batch of an evaluation.</param>
/// <param name="onTestBatchEnd">Called after a batch of an evaluation.</param>
/// <param name="onPredictBegin">Called at the start of a prediction.</param>
/// <param name="onPredictEnd">Called at the end of a prediction.</param>
/// <param name="onPredictBatchBegin">Called before a batch of a prediction.</param>
/// <param name="onPredictBatchEnd">Called after a batch of a prediction.</param>
/// <example>
/// <code>
/// model.Fit(x, y, epochs: 5, callbacks: new LambdaCallback(onEpochEnd: (epoch, logs) =&gt; Console.WriteLine($"{epoch}: {logs["loss"]:F4}")));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/callbacks/lambda_callback/"/>
public class LambdaCallback(
    [ConfigName(null)] Action<int, Logs>? onEpochBegin = null,
    [ConfigName(null)] Action<int, Logs>? onEpochEnd = null,
    [ConfigName(null)] Action<Logs>? onTrainBegin = null,
    [ConfigName(null)] Action<Logs>? onTrainEnd = null,
    [ConfigName(null)] Action<int, Logs>? onTrainBatchBegin = null,
    [ConfigName(null)] Action<int, Logs>? onTrainBatchEnd = null,
    [ConfigName(null)] Action<Logs>? onTestBegin = null,
    [ConfigName(null)] Action<Logs>? onTestEnd = null,
    [ConfigName(null)] Action<int, Logs>? onTestBatchBegin = null,
    [ConfigName(null)] Action<int, Logs>? onTestBatchEnd = null,
    [ConfigName(null)] Action<Logs>? onPredictBegin = null,
    [ConfigName(null)] Action<Logs>? onPredictEnd = null,
    [ConfigName(null)] Action<int, Logs>? onPredictBatchBegin = null,
    [ConfigName(null)] Action<int, Logs>? onPredictBatchEnd = null) : Callback
{
    internal override bool ReadsBatches
        => onTrainBatchEnd is not null || onTestBatchEnd is not null || onPredictBatchEnd is not null || OverridesBatchHooks(typeof(LambdaCallback));

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs) => onEpochBegin?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => onEpochEnd?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => onTrainBegin?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => onTrainEnd?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTrainBatchBegin(int batch, Logs logs)
    {
        base.OnTrainBatchBegin(batch, logs);
        onTrainBatchBegin?.Invoke(batch, logs);
    }

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs)
    {
        base.OnTrainBatchEnd(batch, logs);
        onTrainBatchEnd?.Invoke(batch, logs);
    }

    /// <inheritdoc/>
    public override void OnTestBegin(Logs logs) => onTestBegin?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs) => onTestEnd?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTestBatchBegin(int batch, Logs logs) => onTestBatchBegin?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnTestBatchEnd(int batch, Logs logs) => onTestBatchEnd?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnPredictBegin(Logs logs) => onPredictBegin?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnPredictEnd(Logs logs) => onPredictEnd?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnPredictBatchBegin(int batch, Logs logs) => onPredictBatchBegin?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnPredictBatchEnd(int batch, Logs logs) => onPredictBatchEnd?.Invoke(batch, logs);
}
