using System.Text.Json.Nodes;
using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
public class FitTests
{
    private static readonly Tensor s_x = Ops.Reshape(Ops.Arange(10), (10, 1));
    private static readonly Tensor s_y = Ops.Zeros((10, 1));

    [TestMethod]
    public void The_hooks_are_called_in_the_order_of_Keras()
    {
        JsonObject golden = Recorded.Golden("callbacks", "call_order");
        Model model = (Model)Saving.DeserializeKerasObject(golden["model"]!.DeepClone())!;
        model.Compile("sgd", "mse", metrics: ["mae"]);
        HookRecorder recorder = new();
        Tensor x = Ops.Ones((10, 2));
        Tensor y = Ops.Ones((10, 1));
        model.Fit(x, y, batchSize: 4, epochs: 2, validationData: (x, y), verbose: 0, callbacks: [recorder]);
        model.Evaluate(x, y, batchSize: 4, verbose: 0, callbacks: [recorder]);
        model.Predict(x, batchSize: 4, verbose: 0, callbacks: [recorder]);
        CollectionAssert.AreEqual(golden["calls"]!.AsArray().Select(c => c!.ToJsonString()).ToArray(), recorder.Calls);
    }

    [TestMethod]
    [DataRow("mnist_cnn_small")]
    [DataRow("mnist_cnn_adadelta")]
    [DataRow("imdb_conv1d_small")]
    [DataRow("iris_bn")]
    [DataRow("l2_l1_constraint")]
    [DataRow("class_weight")]
    [DataRow("sample_weight")]
    [DataRow("validation_data")]
    [DataRow("lr_schedule")]
    [DataRow("clipped_adamw")]
    [DataRow("last_batch_partial")]
    [DataRow("functional_two_in_two_out")]
    public void A_training_gives_the_numbers_of_Keras(string id) => new Replay(id).Run();

    [TestMethod]
    public void The_last_smaller_batch_counts_by_its_size()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse", metrics: ["mae"]);
        History history = model.Fit(s_x, s_y, batchSize: 4, verbose: 0);
        Assert.AreEqual(28.5, history["loss"][0], 1e-4);
        Assert.AreEqual(4.5, history["mae"][0], 1e-5);
    }

    [TestMethod]
    public void A_split_validates_on_the_last_part_before_any_shuffling()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        History history = model.Fit(s_x, s_y, validationSplit: 0.2, verbose: 0);
        Assert.AreEqual((64 + 81) / 2.0, history["val_loss"][0], 1e-4);
        Assert.AreEqual(140 / 8.0, history["loss"][0], 1e-4);
    }

    [TestMethod]
    public void Validation_data_wins_over_the_split_and_may_have_weights()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        Tensor weights = new[] { 1f, 0f };
        History history = model.Fit(s_x, s_y, validationSplit: 0.2, validationData: (Ops.Reshape(new[] { 3f, 4f }, (2, 1)), Ops.Zeros((2, 1)), weights), verbose: 0);
        Assert.AreEqual(9 / 2.0, history["val_loss"][0], 1e-4);
        Assert.AreEqual(28.5, history["loss"][0], 1e-4);
    }

    [TestMethod]
    public void Validation_runs_every_few_epochs_in_batches_of_its_own()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        Counter counter = new();
        History history = model.Fit(
            s_x, s_y, epochs: 5, validationData: (s_x, s_y), validationFreq: 2, validationBatchSize: 3, validationSteps: 2, verbose: 0, callbacks: [counter]);
        Assert.HasCount(2, history["val_loss"]);
        Assert.HasCount(5, history["loss"]);
        Assert.AreEqual(4, counter.TestBatches);
        Assert.AreEqual((0 + 1 + 4 + 9 + 16 + 25) / 6.0, history["val_loss"][0], 1e-4);
    }

    [TestMethod]
    public void Steps_of_an_epoch_go_on_through_the_data_whose_end_ends_the_epoch()
    {
        using IDisposable silence = KerasWarnings.Redirect(null);
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        History history = model.Fit(s_x, s_y, batchSize: 4, epochs: 3, stepsPerEpoch: 2, shuffle: false, verbose: 0);
        Assert.AreEqual(140 / 8.0, history["loss"][0], 1e-4);
        Assert.AreEqual((64 + 81) / 2.0, history["loss"][1], 1e-4);
        Assert.AreEqual(140 / 8.0, history["loss"][2], 1e-4);
    }

    [TestMethod]
    public void Training_goes_on_from_a_later_epoch()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        History history = model.Fit(s_x, s_y, epochs: 5, initialEpoch: 3, verbose: 0);
        CollectionAssert.AreEqual(new[] { 3, 4 }, history.Epoch.ToArray());
        Assert.HasCount(0, model.Fit(s_x, s_y, epochs: 3, initialEpoch: 3, verbose: 0).Epoch);
    }

    [TestMethod]
    public void A_callback_ends_training_after_the_epoch()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        Stopper stopper = new();
        History history = model.Fit(s_x, s_y, epochs: 9, verbose: 0, callbacks: [stopper]);
        Assert.HasCount(2, history.Epoch);
        Assert.AreSame(history, model.History);
        Assert.HasCount(1, model.Fit(s_x, s_y, epochs: 1, verbose: 0).Epoch);
    }

    [TestMethod]
    public void A_callback_that_throws_leaves_a_model_that_works()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        Tensor many = Ops.Ones((5000, 50));
        Sequential wide = new([new Input(50), new Dense(1)]);
        wide.Compile("sgd", "mse");
        Assert.ThrowsExactly<TimeoutException>(() => wide.Fit(many, Ops.Ones((5000, 1)), batchSize: 1000, verbose: 0, callbacks: [new Thrower()]));
        Assert.HasCount(1, wide.Fit(many, Ops.Ones((5000, 1)), batchSize: 1000, verbose: 0)["loss"]);
    }

    [TestMethod]
    public void An_empty_list_of_callbacks_is_fine()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        Assert.HasCount(1, model.Fit(s_x, s_y, verbose: 0, callbacks: []).Epoch);
    }

    [TestMethod]
    public void What_a_callback_adds_to_the_logs_is_in_the_history()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        Assert.AreEqual(42, model.Fit(s_x, s_y, verbose: 0, callbacks: [new Adder()])["extra"][0]);
    }

    [TestMethod]
    public void Shuffling_visits_every_sample_once_an_epoch()
    {
        foreach (Shuffle shuffle in (Shuffle[])[true, false, "batch"])
        {
            Sequential model = Line(1);
            model.Compile(new SGD(0.0), "mse");
            Assert.AreEqual(28.5, model.Fit(s_x, s_y, batchSize: 3, shuffle: shuffle, verbose: 0)["loss"][0], 1e-4);
        }
    }

    [TestMethod]
    [DataRow(int.MaxValue)]
    [DataRow(11)]
    public void A_batch_larger_than_the_data_is_one_batch(int batchSize)
    {
        foreach (Shuffle shuffle in (Shuffle[])[true, false, "batch"])
        {
            Sequential model = Line(1);
            model.Compile(new SGD(0.0), "mse");
            Counter counter = new();
            History history = model.Fit(
                s_x, s_y, batchSize: batchSize, validationData: (s_x, s_y), validationBatchSize: batchSize, shuffle: shuffle, verbose: 0, callbacks: [counter]);
            Assert.AreEqual(28.5, history["loss"][0], 1e-4);
            Assert.AreEqual(28.5, history["val_loss"][0], 1e-4);
            Assert.AreEqual(1, counter.TestBatches);
            Assert.AreEqual(28.5, model.Evaluate(s_x, s_y, batchSize: batchSize, verbose: 0)[0], 1e-4);
            Assert.AreEqual((10, 1), model.Predict(s_x, batchSize: batchSize, verbose: 0).Shape);
        }
    }

    [TestMethod]
    public void More_steps_than_data_end_each_epoch_and_each_validation_where_the_data_ends()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        List<string> warnings = [];
        using IDisposable redirection = KerasWarnings.Redirect(warnings.Add);
        List<int> steps = [];
        Tensor x = Ops.Reshape(Tensor.From(new float[] { 0, 0.25f, 0.5f, 0.75f }), (4, 1));
        History history = model.Fit(
            x, Ops.Zeros((4, 1)), batchSize: 2, epochs: 2, stepsPerEpoch: 5, validationData: (x, Ops.Zeros((4, 1))), validationSteps: 3, verbose: 0,
            callbacks: [new LambdaCallback(onTrainBatchEnd: (b, _) => steps.Add(b))]);
        CollectionAssert.AreEqual(new[] { 0, 1, 0, 1 }, steps);
        Assert.AreEqual(0.21875, history["val_loss"][0], 1e-6);
        Assert.AreEqual(0.21875, history["loss"][1], 1e-6);
        Assert.HasCount(2, warnings);
        StringAssert.StartsWith(warnings[0], "Fit: the input ran out of data after 2 of 5 steps");
        StringAssert.StartsWith(warnings[1], "Fit (validation data): the input ran out of data after 2 of 3 steps");
    }

    [TestMethod]
    public void Class_weights_weigh_samples_by_their_class()
    {
        Sequential model = new([new Input(1), new Dense(2, activation: "softmax", kernelInitializer: "zeros")]);
        model.Compile(new SGD(0.0), "sparse_categorical_crossentropy");
        Tensor y = Ops.Cast(Ops.Arange(10) < 3, "int32");
        Dictionary<int, double> weights = new() { [1] = 5 };
        Assert.AreEqual(Math.Log(2) * (7 + (3 * 5)) / 10, model.Fit(s_x, y, classWeight: weights, verbose: 0)["loss"][0], 1e-5);
        model.Compile(new SGD(0.0), "categorical_crossentropy");
        Assert.AreEqual(Math.Log(2) * (7 + (3 * 5)) / 10, model.Fit(s_x, Ops.OneHot(y, 2), classWeight: weights, verbose: 0)["loss"][0], 1e-5);
    }

    [TestMethod]
    public void Steps_one_by_one_do_what_Fit_does()
    {
        Sequential model = Line(0);
        Tensor[] start = model.GetWeights();
        model.Compile(new SGD(0.01), "mse", metrics: ["mae"]);
        History history = model.Fit(s_x, s_y, batchSize: 5, shuffle: false, verbose: 0);
        float trained = model.GetWeights()[0].ToArray<float>()[0];
        model.SetWeights(start);
        Evaluation first = model.TrainOnBatch(Ops.SliceAxis(s_x, 0, 0, 5), Ops.SliceAxis(s_y, 0, 0, 5));
        Evaluation last = model.TrainOnBatch(Ops.SliceAxis(s_x, 0, 5, 10), Ops.SliceAxis(s_y, 0, 5, 10), returnDict: true);

        // Each step tells of its own batch, as in Keras since 3.15.
        Assert.AreEqual(history["loss"][0], (first["loss"] + last["loss"]) / 2, 1e-6);
        Assert.AreEqual(history["mae"][0], (first["mae"] + last["mae"]) / 2, 1e-6);
        Assert.AreEqual(trained, model.GetWeights()[0].ToArray<float>()[0]);
    }

    [TestMethod]
    public void A_loop_of_ones_own_does_what_Fit_does()
    {
        Sequential model = Line(0);
        model.Compile(new SGD(0.01), "mse");
        model.Fit(s_x, s_y + 1, verbose: 0);
        Sequential other = Line(0);
        SGD optimizer = new(0.01);
        using (GradientTape tape = new())
        {
            Tensor loss = Ops.Mean(Ops.Square(other.Apply(s_x, training: true) - (s_y + 1)));
            optimizer.Apply(tape.Gradient(loss, other.TrainableVariables), other.TrainableVariables);
        }

        Assert.AreEqual(model.GetWeights()[0].Item(), other.GetWeights()[0].Item(), 1e-6);
    }

    [TestMethod]
    public void Models_are_trained_side_by_side()
    {
        double[] alone = Train();
        double[][] together = new double[6][];
        Parallel.For(0, together.Length, i => together[i] = Train());
        foreach (double[] losses in together)
        {
            CollectionAssert.AreEqual(alone, losses);
        }

        static double[] Train()
        {
            Sequential model = Line(0);
            model.Compile(new Adam(0.1), "mse");
            return [.. model.Fit(s_x, s_y + 1, batchSize: 3, epochs: 5, shuffle: false, verbose: 0)["loss"]];
        }
    }

    [TestMethod]
    public void Data_may_be_plain_arrays()
    {
        Sequential model = Line(1);
        model.Compile(new SGD(0.0), "mse");
        float[,] x = { { 1 }, { 3 } };
        double[] y = [0, 0];
        Assert.AreEqual(5, model.Fit(x, y, validationData: (x, y), verbose: 0)["val_loss"][0], 1e-5);
        (Tensor, Tensor) pair = (x, y);
        Assert.AreEqual(5, model.Fit(x, y, validationData: pair, verbose: 0)["val_loss"][0], 1e-5);
    }

    [TestMethod]
    public void Epochs_and_steps_are_printed_as_asked()
    {
        foreach ((Verbose verbose, string pattern) in ((Verbose, string)[])[(0, "^$"), (2, @"^Epoch 1/2\n1/1 - \d+s - \S+/step - loss: 28\.5000\nEpoch 2/2\n1/1 - \d+s - \S+/step - loss: 28\.5000\n$")])
        {
            Sequential model = Line(1);
            model.Compile(new SGD(0.0), "mse");
            string printed = Printed.By(() => model.Fit(s_x, s_y, epochs: 2, verbose: verbose));
            StringAssert.Matches(printed, new(pattern));
        }
    }

    private static Sequential Line(double slope) => new([new Input(1), new Dense(1, useBias: false, kernelInitializer: new Keras.Initializers.Constant(slope))]);

    private sealed class Counter : Callback
    {
        internal int TestBatches { get; private set; }

        public override void OnTestBatchEnd(int batch, Logs logs) => TestBatches++;
    }

    private sealed class Stopper : Callback
    {
        public override void OnEpochEnd(int epoch, Logs logs) => Model.StopTraining = epoch == 1;
    }

    private sealed class Thrower : Callback
    {
        public override void OnTrainBatchEnd(int batch, Logs logs) => throw new TimeoutException();
    }

    private sealed class Adder : Callback
    {
        public override void OnEpochEnd(int epoch, Logs logs) => logs["extra"] = 42;
    }
}
