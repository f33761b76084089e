using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>Metrics with several values are compiled: the history keeps them, bar and file show them as Keras does.</summary>
[TestClass]
public class SeveralValuesTests
{
    private static readonly Tensor s_x = Tensor.From(new float[,] { { 5, 0, 0 }, { 0, 5, 0 }, { 0, 5, 0 }, { 0, 0, 5 } });
    private static readonly Tensor s_y = Tensor.From(new float[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 }, { 0, 0, 1 } });
    private static readonly float[] s_scores = [1, 2 / 3f, 2 / 3f];

    [TestMethod]
    public void The_history_keeps_the_values_and_their_mean()
    {
        History history = Net(new F1Score()).Fit(s_x, s_y, epochs: 2, validationData: (s_x, s_y), verbose: 0);
        Assert.AreEqual(7 / 9.0, history["f1_score"][1], 1e-6);
        Assert.AreEqual(7 / 9.0, history["val_f1_score"][1], 1e-6);
        Near(s_scores, history.Arrays["f1_score"][1]);
        Near(s_scores, history.Arrays["val_f1_score"][0]);
        Assert.HasCount(2, history.Arrays["f1_score"]);
    }

    [TestMethod]
    public void An_evaluation_gives_both()
    {
        Evaluation result = Net(new F1Score()).Evaluate(s_x, s_y, verbose: 0);
        Assert.AreEqual(7 / 9.0, result["f1_score"], 1e-6);
        Near(s_scores, result.Arrays["f1_score"]);
        Assert.IsFalse(result.Arrays.ContainsKey("loss"));
    }

    [TestMethod]
    public void Every_metric_of_several_values_can_be_compiled()
    {
        foreach (Metric metric in (Metric[])[new FBetaScore(), new R2Score(classAggregation: null), new Recall(thresholds: [0.2, 0.5, 0.8]), new Precision(thresholds: [0.2, 0.5])])
        {
            History history = Net(metric).Fit(s_x, s_y, batchSize: 2, verbose: 0);
            Tensor values = history.Arrays[metric.Name][0];
            Assert.IsGreaterThan(1, values.Size);
            Assert.AreEqual(values.ToArray<float>().Average(), history[metric.Name][0], 1e-6);
        }
    }

    [TestMethod]
    public void The_bar_shows_the_mean_and_the_file_a_list()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("log.csv");
        string printed = Printed.By(() => Net(new F1Score()).Fit(s_x, s_y, verbose: 2, callbacks: [new CSVLogger(path)]));
        StringAssert.Contains(printed, "f1_score: 0.7778");
        StringAssert.Matches(File.ReadAllText(path), new("^epoch,f1_score,loss,val_f1_score,val_loss\r\n0,\"\"\"\\[0\\.99\\d+, 0\\.666\\d+, 0\\.666\\d+\\]\"\"\",[^,]+,NA,NA\r\n$"));
    }

    [TestMethod]
    public void A_callback_sees_both_and_may_replace_them()
    {
        double seen = 0;
        History history = Net(new F1Score()).Fit(s_x, s_y, verbose: 0, callbacks: [new LambdaCallback(onEpochEnd: (_, logs) =>
        {
            seen = logs.Arrays["f1_score"].Size;
            logs["f1_score"] = 5;
        })]);
        Assert.AreEqual(3, seen);
        Assert.AreEqual(5, history["f1_score"][0]);
        Assert.IsFalse(history.Arrays.ContainsKey("f1_score"));
    }

    private static Sequential Net(Metric metric)
    {
        Sequential model = new([new Input(3), new Activation("softmax")]);
        model.Compile(new SGD(0.0), "categorical_crossentropy", metrics: [metric]);
        return model;
    }

    private static void Near(float[] expected, Tensor actual)
    {
        float[] values = actual.ToArray<float>();
        Assert.HasCount(expected.Length, values);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], values[i], 1e-6f);
        }
    }
}
