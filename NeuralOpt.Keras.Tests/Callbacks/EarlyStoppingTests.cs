using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Callbacks;

[TestClass]
public class EarlyStoppingTests
{
    [TestMethod]
    public void It_does_what_Keras_does() => Driven.All("EarlyStopping", c => new EarlyStopping(
        (string)c["monitor"]!,
        (double?)c["min_delta"] ?? 0,
        (int?)c["patience"] ?? 0,
        (int?)c["verbose"] ?? 0,
        (string?)c["mode"] ?? "auto",
        (double?)c["baseline"],
        (bool?)c["restore_best_weights"] ?? false,
        (int?)c["start_from_epoch"] ?? 0));

    [TestMethod]
    public void Training_ends_when_nothing_gets_better()
    {
        Model model = Net();
        Assert.HasCount(3, model.Fit(Ops.Ones((4, 1)), Ops.Ones((4, 1)), epochs: 9, verbose: 0, callbacks: [new EarlyStopping("loss", patience: 2)]).Epoch);
    }

    [TestMethod]
    [DataRow("accuracy", 1.0, 0.9)]
    [DataRow("acc", 1.0, 0.9)]
    [DataRow("mae", 0.9, 1.0)]
    [DataRow("loss", 0.9, 1.0)]
    public void Whether_more_is_better_follows_from_the_metric(string monitor, double good, double bad)
    {
        Model model = Net();
        model.Evaluate(Ops.Ones((4, 1)), Ops.Ones((4, 1)), verbose: 0);
        EarlyStopping early = new(monitor, patience: 5);
        early.SetModel(model);
        early.OnTrainBegin([]);
        string name = monitor == "acc" ? "accuracy" : monitor;
        early.OnEpochEnd(0, new Logs { [name] = bad });
        early.OnEpochEnd(1, new Logs { [name] = good });
        early.OnEpochEnd(2, new Logs { [name] = bad });
        Assert.AreEqual(good, early.Best);
    }

    [TestMethod]
    public void An_unknown_direction_is_asked_for()
    {
        EarlyStopping early = new("mine");
        early.SetModel(Net());
        early.OnTrainBegin([]);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => early.OnEpochEnd(0, new Logs { ["mine"] = 1 }));
        Assert.AreEqual("EarlyStopping: whether more or less of 'mine' is better must be known. Give mode: \"max\" or \"min\".", e.Message);
    }

    [TestMethod]
    public void A_metric_of_ones_own_says_which_way_it_is_better()
    {
        Sequential model = new([new Input(1), new Dense(1)]);
        model.Compile(new SGD(0.0), "mse", metrics: [new Misses()]);
        model.Evaluate(Ops.Ones((4, 1)), Ops.Ones((4, 1)), verbose: 0);
        Assert.AreEqual(1, BestOf(model, "val_misses", 2, 1, 3));
    }

    [TestMethod]
    [DataRow("val_a_accuracy", 3)]
    [DataRow("a_accuracy", 3)]
    [DataRow("val_b_mse", 1)]
    [DataRow("val_b_loss", 1)]
    [DataRow("val_loss", 1)]
    [DataRow("b_weighted_mae", 1)]
    public void The_metrics_of_single_outputs_are_known_by_their_names_in_logs(string monitor, double best)
    {
        Tensor x = new Input(2);
        Model model = new(x, [new Dense(1, name: "a").Apply(x), new Dense(1, name: "b").Apply(x)]);
        model.Compile(
            new SGD(0.0), "mse",
            metrics: new Dictionary<string, MetricSpec?> { ["a"] = "accuracy", ["b"] = new[] { "mse", "mae" } },
            weightedMetrics: new Dictionary<string, MetricSpec?> { ["b"] = "mae" });
        model.Evaluate(Ops.Ones((4, 2)), [Ops.Ones((4, 1)), Ops.Ones((4, 1))], verbose: 0);
        Assert.AreEqual(best, BestOf(model, monitor, 2, 1, 3));
    }

    [TestMethod]
    public void The_sign_of_the_least_change_does_not_matter()
    {
        foreach (double minDelta in (double[])[0.5, -0.5])
        {
            Assert.AreEqual(1, BestOf(Net(), "loss", new EarlyStopping("loss", minDelta, patience: 9), 1, 0.6, 1.2));
            Assert.AreEqual(0.4, BestOf(Net(), "loss", new EarlyStopping("loss", minDelta, patience: 9), 1, 0.4, 1.2));
            Assert.AreEqual(1, BestOf(Net(), "mine", new EarlyStopping("mine", minDelta, patience: 9, mode: "max"), 1, 1.4, 0));
            Assert.AreEqual(1.6, BestOf(Net(), "mine", new EarlyStopping("mine", minDelta, patience: 9, mode: "max"), 1, 1.6, 0));
        }
    }

    [TestMethod]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.AreEqual(
            "EarlyStopping: mode must be one of 'auto', 'min', 'max'. Received: 'least'.", Assert.ThrowsExactly<KerasArgumentException>(() => new EarlyStopping(mode: "least")).Message);
        Assert.AreEqual("EarlyStopping: patience must be at least 0. Received: -1.", Assert.ThrowsExactly<KerasArgumentException>(() => new EarlyStopping(patience: -1)).Message);
        Assert.AreEqual(
            "EarlyStopping: minDelta must be a finite number. Received: NaN.", Assert.ThrowsExactly<KerasArgumentException>(() => new EarlyStopping(minDelta: double.NaN)).Message);
    }

    private static double? BestOf(Model model, string monitor, params double[] values) => BestOf(model, monitor, new EarlyStopping(monitor, patience: 9), values);

    private static double? BestOf(Model model, string monitor, EarlyStopping early, params double[] values)
    {
        early.SetModel(model);
        early.OnTrainBegin([]);
        for (int i = 0; i < values.Length; i++)
        {
            early.OnEpochEnd(i, new Logs { [monitor] = values[i] });
        }

        return early.Best;
    }

    private static Sequential Net()
    {
        Sequential model = new([new Input(1), new Dense(1)]);
        model.Compile(new SGD(0.0), "mse", metrics: ["accuracy", "mae"]);
        return model;
    }

    private sealed class Misses() : MeanMetricWrapper("misses")
    {
        public override bool? HigherIsBetter => false;

        protected override Tensor Call(Tensor yTrue, Tensor yPred) => Ops.Abs(yTrue - yPred);
    }
}
