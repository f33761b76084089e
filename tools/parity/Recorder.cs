using System.Text.Json.Nodes;
using NeuralOpt.Keras.Callbacks;

namespace NeuralOpt.Keras.Parity;

/// <summary>Notes every hook in order, with the names in its logs.</summary>
internal sealed class Recorder : Callback
{
    internal List<string> Calls { get; } = [];

    public override void OnTrainBegin(Logs logs) => Note("on_train_begin", null, logs);

    public override void OnTrainEnd(Logs logs) => Note("on_train_end", null, logs);

    public override void OnEpochBegin(int epoch, Logs logs) => Note("on_epoch_begin", epoch, logs);

    public override void OnEpochEnd(int epoch, Logs logs) => Note("on_epoch_end", epoch, logs);

    public override void OnTrainBatchBegin(int batch, Logs logs) => Note("on_train_batch_begin", batch, logs);

    public override void OnTrainBatchEnd(int batch, Logs logs) => Note("on_train_batch_end", batch, logs);

    public override void OnTestBegin(Logs logs) => Note("on_test_begin", null, logs);

    public override void OnTestEnd(Logs logs) => Note("on_test_end", null, logs);

    public override void OnTestBatchBegin(int batch, Logs logs) => Note("on_test_batch_begin", batch, logs);

    public override void OnTestBatchEnd(int batch, Logs logs) => Note("on_test_batch_end", batch, logs);

    public override void OnPredictBegin(Logs logs) => Note("on_predict_begin", null, logs);

    public override void OnPredictEnd(Logs logs) => Note("on_predict_end", null, logs);

    public override void OnPredictBatchBegin(int batch, Logs logs) => Note("on_predict_batch_begin", batch, logs);

    public override void OnPredictBatchEnd(int batch, Logs logs) => Note("on_predict_batch_end", batch, logs);

    private void Note(string hook, int? index, Logs logs)
    {
        JsonArray call = index is { } i ? [hook, i] : [hook];
        call.Add((JsonNode)new JsonArray([.. logs.Keys.Concat(logs.Outputs is null ? [] : ["outputs"]).Order(StringComparer.Ordinal).Select(static k => (JsonNode?)k)]));
        Calls.Add(call.ToJsonString());
    }
}
