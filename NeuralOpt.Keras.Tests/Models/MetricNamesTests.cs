using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>Of two metrics of one name none is lost: Keras's rules of names.</summary>
[TestClass]
public class MetricNamesTests
{
    private static readonly Tensor s_x = Tensor.From(new float[,] { { 0.1f }, { 0.4f }, { 0.6f }, { 0.95f } });
    private static readonly Tensor s_y = Tensor.From(new float[,] { { 0 }, { 1 }, { 1 }, { 1 } });

    [TestMethod]
    public void Two_metrics_of_one_class_are_numbered()
    {
        Model model = Line();
        model.Compile(new SGD(0.0), "mse", metrics: [new BinaryAccuracy(threshold: 0.2), new BinaryAccuracy(threshold: 0.9)]);
        var history = model.Fit(s_x, s_y, verbose: 0);
        CollectionAssert.AreEqual(new[] { "binary_accuracy", "binary_accuracy_1", "loss" }, history.Values.Keys.ToArray());
        Assert.AreEqual(1, history["binary_accuracy"][0]);
        Assert.AreEqual(0.5, history["binary_accuracy_1"][0]);
    }

    [TestMethod]
    public void A_name_given_twice_is_numbered_and_never_meets_one_that_was_given()
    {
        Model model = Line();
        model.Compile(new SGD(0.0), "mse", metrics: ["mse", "mse", "mae", "mse"]);
        CollectionAssert.AreEqual(new[] { "loss", "mse", "mae", "mse_1", "mse_2" }, model.Evaluate(s_x, s_y, verbose: 0).Names.ToArray());
        model.Compile(new SGD(0.0), "mse", metrics: [new MeanSquaredError(name: "m"), new MeanSquaredError(name: "m_1"), new MeanAbsoluteError(name: "m")]);
        Evaluation result = model.Evaluate(s_x, s_y, verbose: 0);
        CollectionAssert.AreEqual(new[] { "loss", "m", "m_1", "m_2" }, result.Names.ToArray());
        Assert.AreNotEqual(result["m"], result["m_2"]);
    }

    [TestMethod]
    public void Weighted_metrics_of_several_outputs_stand_behind_the_output()
    {
        Input x = new(1);
        Model model = new(x, [new Dense(1, name: "a").Apply(x), new Dense(1, name: "b").Apply(x)]);
        MetricSpec metrics = [["mse", "mse"], ["mse", "mse"]];
        model.Compile("sgd", "mse", metrics: metrics, weightedMetrics: [["mse", "mse"], ["mse", "mse"]]);
        string[] names =
        [
            "loss", "a_loss", "b_loss", "a_mse", "a_mse_1", "a_weighted_mse", "a_weighted_mse_1", "b_mse", "b_mse_1", "b_weighted_mse", "b_weighted_mse_1",
        ];
        CollectionAssert.AreEqual(names, model.MetricsNames.ToArray());
        CollectionAssert.AreEqual(names, model.Evaluate(s_x, [s_y, s_y], verbose: 0).Names.ToArray());
        CollectionAssert.AreEqual(names, model.MetricsNames.ToArray());
    }

    [TestMethod]
    public void Outputs_of_one_shared_layer_are_numbered()
    {
        Input a = new(1);
        Input b = new(1);
        Dense d = new(1, name: "d", kernelInitializer: "ones");
        Model model = new([a, b], [d.Apply(a), d.Apply(b)]);
        model.Compile(new SGD(0.0), "mse", metrics: [["mae"], ["mae"]]);
        var history = model.Fit([s_x, s_x + 1], [s_x, s_x], verbose: 0);
        CollectionAssert.AreEqual(new[] { "d_loss", "d_mae", "d_mae_1", "loss" }, history.Values.Keys.ToArray());
        Assert.AreEqual(0, history["d_mae"][0], 1e-6);
        Assert.AreEqual(1, history["d_mae_1"][0], 1e-6);
        Assert.AreEqual(1, history["loss"][0], 1e-6);
    }

    [TestMethod]
    public void One_name_for_all_outputs_makes_a_metric_for_each_and_one_object_serves_one_place()
    {
        Input x = new(1);
        Model model = new(x, [new Dense(1, name: "a", kernelInitializer: "zeros").Apply(x), new Dense(1, name: "b", kernelInitializer: "ones").Apply(x)]);
        model.Compile(new SGD(0.0), "mse", metrics: "mae");
        Evaluation result = model.Evaluate(s_x, [s_x, s_x], verbose: 0);
        Assert.AreEqual(Ops.Mean(s_x).Item(), result["a_mae"], 1e-6);
        Assert.AreEqual(0, result["b_mae"], 1e-6);
        model.Compile(new SGD(0.0), "mse", metrics: new MeanAbsoluteError(name: "m"));
        Assert.AreEqual(
            "Compile: a metric must stand in one place, as it counts for itself. Received: 'm' twice; give each place one of its own, or a name.",
            Assert.Throws<ArgumentException>(() => model.Evaluate(s_x, [s_x, s_x], verbose: 0)).Message);
    }

    [TestMethod]
    public void Outputs_without_names_have_metrics_without_prefix()
    {
        Twins model = new();
        model.Compile(new SGD(0.0), "mse", metrics: [["mae"], ["mae"]]);
        Evaluation result = model.Evaluate(s_x, [s_x, s_x], verbose: 0);
        CollectionAssert.AreEqual(new[] { "loss", "mae", "mse_loss", "mae_1" }, result.Names.ToArray());
        Assert.AreEqual(0, result["mae"], 1e-6);
        Assert.AreEqual(2, result["mae_1"], 1e-6);
    }

    [TestMethod]
    public void MetricsNames_are_the_names_that_Evaluate_gives()
    {
        Model model = Line();
        Assert.HasCount(0, model.MetricsNames);
        model.Compile("sgd", "mse", metrics: ["mae", "accuracy"], weightedMetrics: ["mae"]);
        string[] names = ["loss", "mae", "accuracy", "weighted_mae"];
        CollectionAssert.AreEqual(names, model.MetricsNames.ToArray());
        CollectionAssert.AreEqual(names, model.Evaluate(s_x, s_y, verbose: 0).Names.ToArray());
        CollectionAssert.AreEqual(names, model.MetricsNames.ToArray());
        CollectionAssert.AreEqual(names, model.TrainOnBatch(s_x, s_y, returnDict: true).Names.ToArray());
    }

    private static Sequential Line() => new([new Input(1), new Dense(1, useBias: false, kernelInitializer: "ones")]);

    private sealed class Twins : Model
    {
        protected override Tensors Call(Tensors inputs, CallContext context) => new[] { inputs[0] * 1.0, inputs[0] + 2.0 };
    }
}
