using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
public class CompileTests
{
    private static readonly Tensor s_x = Ops.Reshape(Ops.Arange(30) / 30.0, (10, 3));
    private static readonly Tensor s_y = Ops.Sum(s_x, -1, keepdims: true);

    [TestMethod]
    public void Names_and_objects_give_the_same_numbers()
    {
        Model model = Net();
        Tensor[] start = model.GetWeights();
        model.Compile("sgd", "mse", metrics: ["mae"]);
        History byName = model.Fit(s_x, s_y, epochs: 2, batchSize: 4, shuffle: false, verbose: 0);
        model.SetWeights(start);
        model.Compile(new SGD(), new MeanSquaredError(), metrics: [new Keras.Metrics.MeanAbsoluteError(name: "mae")]);
        History byObject = model.Fit(s_x, s_y, epochs: 2, batchSize: 4, shuffle: false, verbose: 0);
        CollectionAssert.AreEqual(byName["loss"].ToArray(), byObject["loss"].ToArray());
        CollectionAssert.AreEqual(byName["mae"].ToArray(), byObject["mae"].ToArray());
    }

    [TestMethod]
    public void A_function_is_a_loss_and_a_metric()
    {
        Model model = Net();
        model.Compile("sgd", Loss.From((y, p) => Ops.Mean(Ops.Square(y - p), -1)), metrics: [Keras.Metrics.Metric.From((y, p) => Ops.Mean(Ops.Abs(y - p), -1), "far")]);
        Evaluation own = model.Evaluate(s_x, s_y, verbose: 0);
        model.Compile("sgd", "mse", metrics: ["mae"]);
        Evaluation keras = model.Evaluate(s_x, s_y, verbose: 0);
        Assert.AreEqual(keras["loss"], own["loss"], 1e-6);
        Assert.AreEqual(keras["mae"], own["far"], 1e-6);
    }

    [TestMethod]
    [DataRow("sgd")]
    [DataRow("adam")]
    [DataRow("rmsprop")]
    public void Eager_steps_give_the_numbers_of_compiled_ones(string optimizer)
    {
        Model model = Net();
        Tensor[] start = model.GetWeights();
        model.Compile(optimizer, "mse", metrics: ["mae"]);
        History compiled = model.Fit(s_x, s_y, epochs: 3, batchSize: 4, shuffle: false, verbose: 0, validationSplit: 0.2);
        float[] predicted = model.Predict(s_x, verbose: 0).ToArray<float>();
        model.SetWeights(start);
        model.Compile(optimizer, "mse", metrics: ["mae"], runEagerly: true);
        History eager = model.Fit(s_x, s_y, epochs: 3, batchSize: 4, shuffle: false, verbose: 0, validationSplit: 0.2);
        foreach (string name in compiled.Values.Keys)
        {
            Near(compiled[name].ToArray(), eager[name].ToArray(), 1e-5);
        }

        Near([.. predicted.Select(v => (double)v)], [.. model.Predict(s_x, verbose: 0).ToArray<float>().Select(v => (double)v)], 1e-5);
    }

    [TestMethod]
    public void An_eager_step_sees_values()
    {
        double seen = double.NaN;
        Model model = Net();
        model.Compile("sgd", Loss.From((y, p) =>
        {
            seen = y.IsConcrete ? y.ToArray<float>()[0] : seen;
            return Ops.Mean(Ops.Square(y - p), -1);
        }), runEagerly: true);
        model.TrainOnBatch(s_x, s_y);
        Assert.AreEqual(s_y.ToArray<float>()[0], seen, 1e-6);
    }

    [TestMethod]
    public void Each_output_has_its_loss_weight_and_metrics_by_list_or_by_name()
    {
        Tensors y = new Tensor[] { s_y, s_y * 2 };
        (Model model, double a, double b) = TwoHeads(y);
        model.Compile("sgd", ["mse", "mse"], lossWeights: (double[])[2, 0.5], metrics: [["mae"], ["mae", "mse"]]);
        Evaluation list = model.Evaluate(s_x, y, verbose: 0);
        Assert.AreEqual((2 * a) + (0.5 * b), list["loss"], 1e-5);
        CollectionAssert.AreEquivalent(new[] { "loss", "a_loss", "b_loss", "a_mae", "b_mae", "b_mse" }, list.Names.ToArray());

        model.Compile(
            "sgd",
            new Dictionary<string, string> { ["b"] = "mse", ["a"] = "mse" },
            lossWeights: new Dictionary<string, double> { ["a"] = 2, ["b"] = 0.5 },
            metrics: new Dictionary<string, string> { ["b"] = "mae" });
        Evaluation named = model.Evaluate(s_x, new Dictionary<string, Tensor> { ["b"] = y[1], ["a"] = y[0] }, verbose: 0);
        Assert.AreEqual(list["loss"], named["loss"], 1e-6);
        CollectionAssert.AreEquivalent(new[] { "loss", "a_loss", "b_loss", "b_mae" }, named.Names.ToArray());
    }

    [TestMethod]
    public void One_loss_serves_all_outputs_and_an_output_may_have_none()
    {
        Tensors y = new Tensor[] { s_y, s_y * 2 };
        (Model model, double a, double b) = TwoHeads(y);
        model.Compile("sgd", "mse");
        Assert.AreEqual(a + b, model.Evaluate(s_x, y, verbose: 0)[0], 1e-5);
        model.Compile("sgd", new Dictionary<string, string> { ["b"] = "mse" });
        Assert.AreEqual(b, model.Evaluate(s_x, y, verbose: 0)[0], 1e-5);
    }

    [TestMethod]
    public void Unknown_outputs_and_lists_of_another_length_are_refused()
    {
        Tensors y = new Tensor[] { s_y, s_y };
        (Model model, _, _) = TwoHeads(y);
        model.Compile("sgd", new Dictionary<string, string> { ["c"] = "mse" });
        Assert.AreEqual("Compile: the names in loss must be among the outputs a, b. Received: 'c'.", Refused());
        model.Compile("sgd", ["mse"]);
        Assert.AreEqual("Compile: loss must have one entry for each of 2 outputs. Received: 1.", Refused());
        model.Compile("sgd", "mse", lossWeights: (double[])[1, 2, 3]);
        Assert.AreEqual("Compile: lossWeights must have one weight for each of 2 outputs. Received: 3.", Refused());
        model.Compile("sgd", "mse", metrics: ["mae", "mse", "mae"]);
        Assert.AreEqual("Compile: metrics must have one entry for each of 2 outputs. Received: 3.", Refused());

        string Refused() => Assert.ThrowsExactly<KerasArgumentException>(() => model.Evaluate(s_x, y, verbose: 0)).Message;
    }

    [TestMethod]
    public void Weighted_metrics_see_the_weights_and_are_told_apart_by_name()
    {
        Model model = Net();
        model.Compile("sgd", "mse", metrics: ["mae"], weightedMetrics: ["mae"]);
        Tensor weights = Ops.Cast(Ops.Arange(10) < 5, "float32");
        Evaluation all = model.Evaluate(s_x, s_y, sampleWeight: weights, verbose: 0);
        double half = model.Evaluate(Ops.SliceAxis(s_x, 0, 0, 5), Ops.SliceAxis(s_y, 0, 0, 5), verbose: 0)["mae"];
        Assert.AreEqual(half, all["weighted_mae"], 1e-5);
        Assert.AreNotEqual(half, all["mae"], 1e-3);
    }

    [TestMethod]
    [DataRow(1, "binary_crossentropy")]
    [DataRow(3, "sparse_categorical_crossentropy")]
    public void Accuracy_is_chosen_by_the_shapes(int units, string loss)
    {
        Sequential model = new([new Input(3), new Dense(units, activation: units == 1 ? "sigmoid" : "softmax", kernelInitializer: "zeros")]);
        model.Compile("sgd", loss, metrics: ["accuracy"]);
        var (_, accuracy) = model.Evaluate(s_x, Ops.Zeros((10, 1)), verbose: 0);

        // A sigmoid of 0 is not above one half; of equal classes the first is taken.
        Assert.AreEqual(1, accuracy);
        CollectionAssert.AreEqual(new[] { "loss", "accuracy" }, model.Metrics.Select(m => m.Name).ToArray());
    }

    [TestMethod]
    public void Without_a_loss_a_model_predicts_but_is_not_trained()
    {
        Model model = Net();
        model.Compile("sgd");
        Assert.AreEqual((10, 1), model.Predict(s_x, verbose: 0).Shape);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => model.Fit(s_x, s_y, verbose: 0));
        Assert.AreEqual(
            "Model 'net': there must be a loss to train or evaluate. Give Compile a loss and Fit its targets y, or call AddLoss in a layer.", e.Message);
    }

    private static Sequential Net() => new([new Input(3), new Dense(4, activation: "tanh"), new Dense(1)], name: "net");

    private static (Model Model, double A, double B) TwoHeads(Tensors y)
    {
        Input x = new(3);
        Model model = new(x, [new Dense(1, name: "a").Apply(x), new Dense(1, name: "b").Apply(x)]);
        Tensors p = model.ApplyMany(s_x);
        return (model, Ops.Mean(Ops.Square(p[0] - y[0])).Item(), Ops.Mean(Ops.Square(p[1] - y[1])).Item());
    }

    private static void Near(double[] expected, double[] actual, double tolerance)
    {
        Assert.HasCount(expected.Length, actual);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], actual[i], tolerance);
        }
    }
}
