using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class MetricTests
{
    private static readonly Tensor s_binary = new float[] { 0, 1, 1, 0, 1 };

    [TestMethod]
    public void Mean_weighs_values()
    {
        Mean mean = new();
        mean.UpdateState(new float[] { 1, 3, 5, 7 }, new float[] { 1, 1, 0, 0 });
        Assert.AreEqual(2, mean.Result().Item(), 1e-6);
        mean.UpdateState(5.0, 2.0);
        Assert.AreEqual(3.5, mean.Result().Item(), 1e-6);
        mean.ResetState();
        Assert.AreEqual(0, mean.Result().Item());
    }

    [TestMethod]
    public void Sum_weighs_values()
    {
        Sum sum = new();
        sum.UpdateState(new float[,] { { 1, 2 }, { 3, 4 } }, new float[] { 1, 0.5f });
        Assert.AreEqual(6.5, sum.Result().Item(), 1e-6);
    }

    [TestMethod]
    public void A_masked_step_does_not_count()
    {
        Tensor yPred = Ops.Reshape(Tensor.From(new float[] { 0.1f, 0.9f, 0.8f, 0.2f, 0.3f, 0.7f }), (1, 3, 2));
        yPred.Mask = new[,] { { true, true, false } };
        Assert.AreEqual(0.5, new SparseCategoricalAccuracy().Apply(new[,] { { 1, 1, 0 } }, yPred).Item(), 1e-6);
    }

    [TestMethod]
    [DataRow("accuracy")]
    [DataRow("acc")]
    public void Accuracy_is_decided_by_the_shapes_and_keeps_its_name(string name)
    {
        MetricSpec spec = name;
        Metric binary = spec.Resolve((null, 1), (null, 1));
        Assert.IsInstanceOfType<BinaryAccuracy>(binary);
        Assert.AreEqual(name, binary.Name);
        Assert.IsInstanceOfType<SparseCategoricalAccuracy>(spec.Resolve((null, 1), (null, 10)));
        Assert.IsInstanceOfType<SparseCategoricalAccuracy>(spec.Resolve([null], (null, 10)));
        Assert.IsInstanceOfType<CategoricalAccuracy>(spec.Resolve((null, 10), (null, 10)));
    }

    [TestMethod]
    public void A_metric_is_called_as_the_user_called_it()
    {
        MetricSpec list = ["mae", new Precision(name: "p"), "AUC"];
        Assert.AreEqual("mae", list.Items![0]!.Resolve(1, 1).Name);
        Assert.AreEqual("p", list.Items[1]!.Resolve(1, 1).Name);
        Assert.AreEqual("AUC", list.Items[2]!.Resolve(1, 1).Name);
    }

    [TestMethod]
    public void An_unknown_name_lists_the_known_ones()
    {
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => (MetricSpec)"acuracy");
        StringAssert.Contains(e.Message, "'binary_accuracy'");
        StringAssert.EndsWith(e.Message, "Received: 'acuracy'.");
    }

    [TestMethod]
    public void Bad_arguments_are_exceptions()
    {
        Assert.ThrowsExactly<KerasArgumentException>(() => new BinaryAccuracy(threshold: double.NaN));
        Assert.ThrowsExactly<KerasArgumentException>(() => new Precision(thresholds: 1.5));
        Assert.ThrowsExactly<KerasArgumentException>(() => new AUC(numThresholds: 1));
        Assert.ThrowsExactly<KerasArgumentException>(() => new AUC(curve: "FP"));
        Assert.ThrowsExactly<KerasArgumentException>(() => new F1Score(average: "mean"));
        Assert.ThrowsExactly<KerasArgumentException>(() => new IoU(2, [2]));
        Assert.ThrowsExactly<KerasArgumentException>(() => new TopKCategoricalAccuracy(k: 0));
        Assert.ThrowsExactly<ShapeException>(() => new R2Score().UpdateState(s_binary, s_binary));
    }

    [TestMethod]
    public void A_function_becomes_a_metric()
    {
        Metric metric = Metric.From((t, p) => Ops.Mean(Ops.Abs(t - p), -1), "distance");
        Assert.AreEqual("distance", metric.Name);
        Assert.AreEqual(2.5, metric.Apply(new float[,] { { 1, 2 } }, new float[,] { { 3, 5 } }).Item(), 1e-6);
    }

    [TestMethod]
    public void The_adjusted_r2_falls_with_the_number_of_regressors()
    {
        Tensor t = new float[,] { { 1 }, { 2 }, { 3 }, { 5 } };
        Tensor p = new float[,] { { 1.5f }, { 2 }, { 2.5f }, { 5 } };
        double plain = new R2Score().Apply(t, p).Item();
        Assert.AreEqual(1 - ((1 - plain) * 3 / 2), new R2Score(numRegressors: 1).Apply(t, p).Item(), 1e-5);
        Assert.AreEqual(plain, new R2Score(numRegressors: 3).Apply(t, p).Item(), 1e-6);
    }

    [TestMethod]
    public void The_top_k_take_ties()
        => Assert.AreEqual(1, new SparseTopKCategoricalAccuracy(k: 1).Apply(new[] { 1 }, new float[,] { { 0.5f, 0.5f } }).Item());

    [TestMethod]
    public void Every_metric_of_the_library_says_which_way_it_is_better()
    {
        // A mean and a sum are of whatever they are given.
        string[] silent = [.. MetricTable.Rows.Select(static r => r.Make()).Where(static m => m.HigherIsBetter is null).Select(static m => m.GetType().Name).Distinct()];
        Assert.IsEmpty(silent, string.Join(", ", silent));
        Assert.IsNull(new Mean().HigherIsBetter);
        Assert.IsNull(new Sum().HigherIsBetter);
    }
}
