using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>Targets and weights of samples reach the outputs that they are given for, and no others.</summary>
[TestClass]
public class OutputDataTests
{
    private static readonly Tensor s_x = Ops.Ones((4, 1));
    private static readonly Tensor s_y = Ops.Ones((4, 1));
    private static readonly Tensor s_zeros = Ops.Zeros(4);

    [TestMethod]
    public void Weights_by_name_reach_that_output_alone()
    {
        Model model = TwoHeads("mse");
        Evaluation result = model.Evaluate(s_x, [s_y, s_y], sampleWeight: new Dictionary<string, Tensor> { ["a"] = s_zeros }, verbose: 0);
        Assert.AreEqual(0, result["a_loss"]);
        Assert.AreEqual(1, result["b_loss"], 1e-6);
        Assert.AreEqual(1, model.Fit(s_x, [s_y, s_y], sampleWeight: new Dictionary<string, Tensor> { ["b"] = s_zeros }, verbose: 0)["a_loss"][0], 1e-6);
    }

    [TestMethod]
    public void One_weight_serves_all_outputs_and_a_list_each_its_own()
    {
        Model model = TwoHeads("mse");
        Assert.AreEqual(0, model.Evaluate(s_x, [s_y, s_y], sampleWeight: s_zeros, verbose: 0)["loss"]);
        Evaluation result = model.Evaluate(s_x, [s_y, s_y], sampleWeight: [s_zeros, Ops.Ones(4)], verbose: 0);
        Assert.AreEqual(0, result["a_loss"]);
        Assert.AreEqual(1, result["b_loss"], 1e-6);
    }

    [TestMethod]
    public void Weighted_metrics_see_the_weights_of_their_output()
    {
        Model model = TwoHeads("mse", weighted: true);
        Tensor half = Tensor.From(new float[] { 1, 1, 0, 0 });
        Tensor y = Tensor.From(new float[,] { { 1 }, { 1 }, { 3 }, { 3 } });
        Evaluation result = model.Evaluate(s_x, [y, y], sampleWeight: new Dictionary<string, Tensor> { ["a"] = half }, verbose: 0);
        Assert.AreEqual(1, result["a_mae"], 1e-6);
        Assert.AreEqual(2, result["b_mae"], 1e-6);
    }

    [TestMethod]
    public void Weights_of_no_output_are_refused()
    {
        Dictionary<string, Tensor> unknown = new() { ["z"] = s_zeros };
        Refused("Model 'heads': the names in sampleWeight must be among the outputs a, b. Received: 'z'.", () => TwoHeads("mse").Evaluate(s_x, [s_y, s_y], sampleWeight: unknown, verbose: 0));
        Refused("Model 'heads': the names in sampleWeight must be among the outputs a, b. Received: 'z'.", () => TwoHeads("mse").TrainOnBatch(s_x, [s_y, s_y], unknown));
        Sequential one = new([new Input(1), new Dense(1, name: "d")], name: "one");
        one.Compile("sgd", "mse");
        Refused("Model 'one': the names in sampleWeight must be among the outputs d. Received: 'z'.", () => one.Fit(s_x, s_y, sampleWeight: unknown, verbose: 0));
    }

    [TestMethod]
    public void Weights_of_another_number_are_refused()
    {
        Input x = new(1);
        Model model = new(x, [new Dense(1, name: "a").Apply(x), new Dense(1, name: "b").Apply(x), new Dense(1, name: "c").Apply(x)], name: "three");
        model.Compile("sgd", "mse");
        Refused(
            "Model 'three': sampleWeight must be one tensor for all outputs, or one for each of a, b, c. Received: 2.",
            () => model.Evaluate(s_x, [s_y, s_y, s_y], sampleWeight: [s_zeros, s_zeros], verbose: 0));
    }

    [TestMethod]
    public void An_output_without_a_loss_needs_no_target()
    {
        Dictionary<string, Tensor> onlyB = new() { ["b"] = s_y };
        foreach (LossSpec loss in (LossSpec[])[[null, "mse"], new Dictionary<string, string> { ["b"] = "mse" }, new Dictionary<string, LossSpec?> { ["a"] = null, ["b"] = "mse" }])
        {
            Model model = TwoHeads(loss);
            Assert.AreEqual(1, model.Fit(s_x, onlyB, validationData: (s_x, onlyB), verbose: 0)["val_loss"][0], 1e-6);
            Assert.AreEqual(1, model.Evaluate(s_x, s_y, verbose: 0)["loss"], 1e-6);
            Assert.AreEqual(1, model.TestOnBatch(s_x, [s_y, s_y])["loss"], 1e-6);
            CollectionAssert.AreEqual(new[] { "loss" }, model.MetricsNames.ToArray());
        }
    }

    [TestMethod]
    public void An_output_with_a_loss_or_metrics_needs_one()
    {
        Dictionary<string, Tensor> onlyA = new() { ["a"] = s_y };
        Refused<ShapeException>("Fit: y must have one target for each of the outputs a, b. Received: a.", () => TwoHeads("mse").Fit(s_x, onlyA, verbose: 0));
        Refused<ShapeException>(
            "Fit: y must have one target for each of the outputs a, b, or for those that have a loss (b). Received: a.", () => TwoHeads([null, "mse"]).Fit(s_x, onlyA, verbose: 0));
        Model model = TwoHeads(["mse", null]);
        model.Compile("sgd", ["mse", null], metrics: [null, "mae"]);
        Refused("Compile: metrics must be of outputs that have a target. Received: 'mae' for output 'b'.", () => model.Fit(s_x, onlyA, verbose: 0));
    }

    [TestMethod]
    public void Metrics_without_targets_are_refused()
    {
        Sequential model = new([new Input(1), new Dense(1, activityRegularizer: "l2")], name: "m");
        model.Compile("sgd", metrics: ["mae"]);
        Refused("Model 'm': targets y must be given, as Compile was given metrics. Received: x alone.", () => model.Fit(s_x, verbose: 0));
    }

    private static Model TwoHeads(LossSpec loss, bool weighted = false)
    {
        Input x = new(1);
        Model model = new(x, [new Dense(1, name: "a", kernelInitializer: "zeros").Apply(x), new Dense(1, name: "b", kernelInitializer: "zeros").Apply(x)], name: "heads");
        model.Compile(new SGD(0.0), loss, weightedMetrics: weighted ? [["mae"], ["mae"]] : null);
        return model;
    }

    private static void Refused(string message, Action action) => Refused<ArgumentException>(message, action);

    private static void Refused<T>(string message, Action action) where T : ArgumentException
        => Assert.AreEqual(message, Assert.Throws<T>(action).Message);
}
