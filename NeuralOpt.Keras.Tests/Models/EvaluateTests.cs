using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
public class EvaluateTests
{
    private static readonly Tensor s_x = Ops.Reshape(Ops.Arange(10), (10, 1));
    private static readonly Tensor s_y = Ops.Zeros((10, 1));

    [TestMethod]
    public void A_result_is_read_by_place_by_name_and_in_parts()
    {
        Evaluation result = Net().Evaluate(s_x, s_y, batchSize: 4, verbose: 0);
        CollectionAssert.AreEqual(new[] { "loss", "mae", "mape" }, result.Names.ToArray());
        var (loss, mae) = result;
        Assert.AreEqual(28.5, loss, 1e-4);
        Assert.AreEqual(4.5, mae, 1e-5);
        Assert.AreEqual(loss, result[0]);
        Assert.AreEqual(mae, result["mae"]);
        Assert.HasCount(3, result);
        Assert.AreEqual(
            "Evaluation: the name must be one of loss, mae, mape. Received: 'acc'.", Assert.ThrowsExactly<KerasKeyNotFoundException>(() => result["acc"]).Message);
    }

    [TestMethod]
    public void A_lone_loss_is_not_taken_apart()
    {
        Model model = Net();
        model.Compile("sgd", "mse");
        Evaluation result = model.Evaluate(s_x, s_y, verbose: 0);
        Assert.HasCount(1, result);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => result.Deconstruct(out _, out _));
        Assert.AreEqual("Evaluation: there must be 2 values to take apart; give Compile as many metrics. Received: loss.", e.Message);
    }

    [TestMethod]
    public void One_number_is_the_loss_only_where_there_is_nothing_else()
    {
        Model model = Net();
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => (double)model.Evaluate(s_x, s_y, verbose: 0));
        Assert.AreEqual("Evaluation: one number must be the only value; take one by name, as in evaluation[\"loss\"]. Received: loss, mae, mape.", e.Message);
        model.Compile("sgd", "mse");
        Assert.AreEqual(28.5, (double)model.Evaluate(s_x, s_y, verbose: 0), 1e-4);
    }

    [TestMethod]
    public void A_dictionary_is_asked_for_as_in_Keras()
    {
        Model model = Net();
        Assert.AreEqual(4.5, model.Evaluate(s_x, s_y, verbose: 0, returnDict: true)["mae"], 1e-5);
        Assert.AreEqual(4.5, model.TestOnBatch(s_x, s_y, returnDict: true)["mae"], 1e-5);
        var (loss, mae) = model.TrainOnBatch(s_x, s_y, returnDict: true);
        Assert.AreEqual((28.5, 4.5), (Math.Round(loss, 4), Math.Round(mae, 4)));
    }

    [TestMethod]
    public void Batches_of_any_size_give_the_same_numbers()
    {
        Model model = Net();
        double whole = model.Evaluate(s_x, s_y, batchSize: 10, verbose: 0)[0];
        Assert.AreEqual(whole, model.Evaluate(s_x, s_y, batchSize: 3, verbose: 0)[0], 1e-4);
        Assert.AreEqual(whole, model.Evaluate(s_x, s_y, batchSize: 100, verbose: 0)[0], 1e-4);
    }

    [TestMethod]
    public void Steps_take_as_many_batches_as_there_are()
    {
        Model model = Net();
        Assert.AreEqual((0 + 1 + 4 + 9) / 4.0, model.Evaluate(s_x, s_y, batchSize: 2, steps: 2, verbose: 0)[0], 1e-4);
        List<string> warnings = [];
        using IDisposable redirection = KerasWarnings.Redirect(warnings.Add);
        Assert.AreEqual(28.5, model.Evaluate(s_x, s_y, batchSize: 5, steps: 3, verbose: 0)[0], 1e-4);
        Assert.AreEqual((10, 1), model.Predict(s_x, batchSize: 5, steps: 100, verbose: 0).Shape);
        Assert.HasCount(2, warnings);
        StringAssert.StartsWith(warnings[0], "Evaluate: the input ran out of data after 2 of 3 steps");
        StringAssert.StartsWith(warnings[1], "Predict: the input ran out of data after 2 of 100 steps");
    }

    [TestMethod]
    public void Weights_of_samples_weigh_the_loss()
        => Assert.AreEqual(8.1, Net().Evaluate(s_x, s_y, sampleWeight: Ops.Cast(Ops.Arange(10) > 8, "float32"), verbose: 0)[0], 1e-4);

    [TestMethod]
    public void TestOnBatch_tells_of_its_own_batch()
    {
        Model model = Net();
        Assert.AreEqual(28.5, model.TestOnBatch(s_x, s_y)["loss"], 1e-4);
        Assert.AreEqual(81, model.TestOnBatch(Ops.Full((1, 1), 9), Ops.Zeros((1, 1)))["loss"], 1e-4);
    }

    [TestMethod]
    public void Predictions_are_the_same_for_any_batch_size()
    {
        Model model = Net();
        float[] expected = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        foreach (int batch in (int[])[1, 3, 10, 64])
        {
            CollectionAssert.AreEqual(expected, model.Predict(s_x, batchSize: batch, verbose: 0).ToArray<float>());
        }

        CollectionAssert.AreEqual(expected, model.PredictOnBatch(s_x).ToArray<float>());
        Assert.AreEqual((4, 1), model.Predict(s_x, batchSize: 2, steps: 2, verbose: 0).Shape);
    }

    [TestMethod]
    public void A_callback_sees_the_predictions_of_a_batch()
    {
        Watcher watcher = new();
        Net().Predict(s_x, batchSize: 4, verbose: 0, callbacks: [watcher]);
        CollectionAssert.AreEqual(new Shape[] { (4, 1), (4, 1), (2, 1) }, watcher.Seen);
    }

    [TestMethod]
    public void Several_outputs_come_from_PredictMany()
    {
        Input x = new(1);
        Model model = new(x, [(Tensor)x * 2, (Tensor)x + 1], name: "m");
        Tensors y = model.PredictMany(s_x, batchSize: 4, verbose: 0);
        Assert.HasCount(2, y);
        Assert.AreEqual((10, 1), y[1].Shape);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => model.Predict(s_x, verbose: 0));
        Assert.AreEqual("Model 'm': a model of 2 outputs predicts with PredictMany.", e.Message);
    }

    [TestMethod]
    public void Progress_is_printed_as_asked()
    {
        Model model = Net();
        Assert.AreEqual("", Printed.By(() => model.Evaluate(s_x, s_y, verbose: 0)));
        StringAssert.Matches(Printed.By(() => model.Evaluate(s_x, s_y, verbose: 2)), new(@"^1/1 - \d+s - \S+/step - loss: 28\.5000 - mae: 4\.5000 - mape: \S+\n$"));
        StringAssert.Matches(Printed.By(() => model.Predict(s_x, batchSize: 5, verbose: 2)), new(@"^2/2 - \d+s - \S+/step\n$"));
    }

    private static Sequential Net()
    {
        Sequential model = new([new Input(1), new Dense(1, useBias: false, kernelInitializer: "ones")]);
        model.Compile(new SGD(0.0), "mse", metrics: ["mae", "mape"]);
        return model;
    }

    private sealed class Watcher : Callback
    {
        internal List<Shape> Seen { get; } = [];

        public override void OnPredictBatchEnd(int batch, Logs logs) => Seen.Add(logs.Outputs![0].Shape);
    }
}
