using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Callbacks;

[TestClass]
public class SmallCallbackTests
{
    private static readonly Tensor s_one = Ops.Ones((4, 1));

    [TestMethod]
    public void LambdaCallback_calls_its_functions()
    {
        List<string> calls = [];
        Net().Fit(s_one, s_one, batchSize: 2, verbose: 0, callbacks:
        [
            new LambdaCallback(
                onEpochBegin: (e, _) => calls.Add($"epoch {e} begins"),
                onEpochEnd: (e, logs) => calls.Add($"epoch {e} ends with {string.Join(",", logs.Keys)}"),
                onTrainBegin: _ => calls.Add("begin"),
                onTrainEnd: _ => calls.Add("end"),
                onTrainBatchBegin: (b, _) => calls.Add($"batch {b} begins"),
                onTrainBatchEnd: (b, logs) => calls.Add($"batch {b} ends with {string.Join(",", logs.Keys)}")),
        ]);
        CollectionAssert.AreEqual(
            new[]
            {
                "begin", "epoch 0 begins", "batch 0 begins", "batch 0 ends with loss", "batch 1 begins", "batch 1 ends with loss",
                "epoch 0 ends with loss", "end",
            },
            calls);
    }

    [TestMethod]
    public void What_a_callback_needs_is_asked_for_where_it_is_made()
    {
        Refused("EarlyStopping: monitor must be given. Received: null.", () => new EarlyStopping(monitor: null!));
        Refused("ReduceLROnPlateau: monitor must be given. Received: null.", () => new ReduceLROnPlateau(monitor: null!));
        Refused("CSVLogger: filename must be given. Received: null.", () => new CSVLogger(null!));
        Refused("CSVLogger: separator must be given. Received: null.", () => new CSVLogger("log.csv", separator: null!));
        Refused("LearningRateScheduler: schedule must be given. Received: null.", () => new LearningRateScheduler((Func<int, double, double>)null!));
        Refused("Lambda: function must be given. Received: null.", () => new Lambda((Func<Tensor, Tensor>)null!));

        static void Refused(string message, Action action) => Assert.AreEqual(message, Assert.Throws<ArgumentException>(action).Message);
    }

    [TestMethod]
    public void TerminateOnNaN_ends_training_at_once()
    {
        Tensor bad = Ops.Full((4, 1), double.NaN);
        int batches = 0;
        LambdaCallback counter = new(onTrainBatchEnd: (_, _) => batches++);
        string printed = Models.Printed.By(() => Assert.HasCount(
            1, Net().Fit(s_one, bad, batchSize: 1, epochs: 5, verbose: 0, callbacks: [counter, new TerminateOnNaN()]).Epoch));
        Assert.AreEqual("Batch 0: Invalid loss, terminating training\n", printed);
        Assert.AreEqual(1, batches);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => Net().Fit(s_one, bad, verbose: 0, callbacks: [new TerminateOnNaN(raiseError: true)]));
        Assert.AreEqual("TerminateOnNaN: the loss must be a finite number. Received: nan at batch 0.", e.Message);
    }

    [TestMethod]
    public void CSVLogger_writes_the_bytes_of_Keras()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("log.csv");
        CSVLogger logger = new(path);
        double[] values = [1.0, 0.8, 0.7, 0.71, 0.72, 0.69, 0.7, 0.71, 0.72, 0.73, 0.5, 0.6];
        logger.OnTrainBegin([]);
        for (int i = 0; i < values.Length; i++)
        {
            logger.OnEpochEnd(i, new Logs { ["val_loss"] = values[i], ["loss"] = 0.9 * values[i] });
        }

        logger.OnTrainEnd([]);
        Assert.AreEqual((string)Models.Recorded.Golden("callbacks", "CSVLogger")["content"]!, File.ReadAllText(path));
    }

    [TestMethod]
    public void CSVLogger_has_columns_for_a_validation_that_did_not_run_and_appends()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("log.csv");
        Net().Fit(s_one, s_one, verbose: 0, callbacks: [new CSVLogger(path, separator: ";")]);
        StringAssert.Matches(File.ReadAllText(path), new("^epoch;loss;val_loss\r\n0;\\S+;NA\r\n$"));
        Net().Fit(s_one, s_one, verbose: 0, callbacks: [new CSVLogger(path, separator: ";", append: true)]);
        StringAssert.Matches(File.ReadAllText(path), new("^epoch;loss;val_loss\r\n0;\\S+;NA\r\n0;\\S+;NA\r\n$"));
        Net().Fit(s_one, s_one, verbose: 0, callbacks: [new CSVLogger(path)]);
        StringAssert.Matches(File.ReadAllText(path), new("^epoch,loss,val_loss\r\n0,\\S+,NA\r\n$"));
    }

    [TestMethod]
    public void History_lists_epochs_and_values_and_names_what_exists()
    {
        History history = Net().Fit(s_one, s_one, epochs: 2, verbose: 0);
        CollectionAssert.AreEqual(new[] { 0, 1 }, history.Epoch.ToArray());
        Assert.HasCount(2, history["loss"]);
        Assert.AreEqual("History: the name must be one of loss. Received: 'val_loss'.", Assert.ThrowsExactly<KerasKeyNotFoundException>(() => history["val_loss"]).Message);
    }

    [TestMethod]
    public void A_log_that_cannot_be_written_is_a_sentence_before_training_begins()
    {
        using TemporaryFolder folder = new();
        CSVLogger logger = new(Path.Combine(folder.PathOf("nowhere"), "log.csv"));
        StringAssert.StartsWith(
            Assert.ThrowsExactly<KerasIOException>(() => Net().Fit(s_one, s_one, verbose: 0, callbacks: [logger])).Message,
            "log.csv: it must be possible to write the file. Received: ");
        Assert.AreEqual("CSVLogger: filename must not be empty. Received: ''.", Assert.Throws<ArgumentException>(() => new CSVLogger("")).Message);
    }

    [TestMethod]
    public void A_callback_without_a_model_says_so()
        => Assert.AreEqual(
            "LambdaCallback: there is no model before Fit, Evaluate or Predict begins.", Assert.ThrowsExactly<KerasInvalidOperationException>(() => new LambdaCallback().Model).Message);

    [TestMethod]
    public void Parameters_say_what_is_to_come()
    {
        LambdaCallback callback = new();
        Net().Fit(s_one, s_one, batchSize: 3, epochs: 2, verbose: 0, callbacks: [callback]);
        Assert.AreEqual("epochs=2 steps=2 verbose=0", string.Join(" ", callback.Params.OrderBy(p => p.Key).Select(p => $"{p.Key}={p.Value}")));
    }

    private static Sequential Net()
    {
        Sequential model = new([new Input(1), new Dense(1)]);
        model.Compile(new SGD(0.1), "mse");
        return model;
    }
}
