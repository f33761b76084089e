namespace NeuralOpt.Keras.Callbacks;

/// <summary>A callback made of functions.</summary>
/// <param name="onEpochBegin">Called at the start of an epoch; null for nothing, as all others.</param>
/// <param name="onEpochEnd">Called at the end of an epoch.</param>
/// <param name="onTrainBegin">Called at the start of training.</param>
/// <param name="onTrainEnd">Called at the end of training.</param>
/// <param name="onTrainBatchBegin">Called before a training step.</param>
/// <param name="onTrainBatchEnd">Called after a training step.</param>
/// <seealso href="https://keras.io/api/callbacks/lambda_callback/"/>
public sealed class LambdaCallback(
    [ConfigName(null)] Action<int, Logs>? onEpochBegin = null,
    [ConfigName(null)] Action<int, Logs>? onEpochEnd = null,
    [ConfigName(null)] Action<Logs>? onTrainBegin = null,
    [ConfigName(null)] Action<Logs>? onTrainEnd = null,
    [ConfigName(null)] Action<int, Logs>? onTrainBatchBegin = null,
    [ConfigName(null)] Action<int, Logs>? onTrainBatchEnd = null) : Callback
{
    internal override bool ReadsBatches => onTrainBatchEnd is not null;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs) => onEpochBegin?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => onEpochEnd?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => onTrainBegin?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => onTrainEnd?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTrainBatchBegin(int batch, Logs logs) => onTrainBatchBegin?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs) => onTrainBatchEnd?.Invoke(batch, logs);
}
