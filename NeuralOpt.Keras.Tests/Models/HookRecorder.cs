using System.Text.Json.Nodes;
using NeuralOpt.Keras.Callbacks;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>Writes down every hook with its index and the names of its logs, as the goldens do.</summary>
internal sealed class HookRecorder : Callback
{
    internal List<string> Calls { get; } = [];

    public override void OnTrainBegin(Logs logs) => Add("on_train_begin", null, logs);

    public override void OnTrainEnd(Logs logs) => Add("on_train_end", null, logs);

    public override void OnEpochBegin(int epoch, Logs logs) => Add("on_epoch_begin", epoch, logs);

    public override void OnEpochEnd(int epoch, Logs logs) => Add("on_epoch_end", epoch, logs);

    public override void OnTrainBatchBegin(int batch, Logs logs) => Add("on_train_batch_begin", batch, logs);

    public override void OnTrainBatchEnd(int batch, Logs logs) => Add("on_train_batch_end", batch, logs);

    public override void OnTestBegin(Logs logs) => Add("on_test_begin", null, logs);

    public override void OnTestEnd(Logs logs) => Add("on_test_end", null, logs);

    public override void OnTestBatchBegin(int batch, Logs logs) => Add("on_test_batch_begin", batch, logs);

    public override void OnTestBatchEnd(int batch, Logs logs) => Add("on_test_batch_end", batch, logs);

    public override void OnPredictBegin(Logs logs) => Add("on_predict_begin", null, logs);

    public override void OnPredictEnd(Logs logs) => Add("on_predict_end", null, logs);

    public override void OnPredictBatchBegin(int batch, Logs logs) => Add("on_predict_batch_begin", batch, logs);

    public override void OnPredictBatchEnd(int batch, Logs logs) => Add("on_predict_batch_end", batch, logs);

    private void Add(string hook, int? index, Logs logs)
    {
        JsonArray names = [.. logs.Keys.Select(k => (JsonNode)k)];
        if (logs.Outputs is not null)
        {
            names.Add("outputs");
        }

        Calls.Add((index is { } i ? new JsonArray(hook, i, names) : new JsonArray(hook, names)).ToJsonString());
    }
}
