using NeuralOpt.Keras.Callbacks;

namespace NeuralOpt.Keras.Tests.Plotting;

[TestClass]
public sealed class HistoryExtensionsTests
{
    [TestMethod]
    public void A_history_is_plotted_into_a_file()
    {
        using TemporaryFolder folder = new();
        History history = new();
        history.OnTrainBegin(new Logs());
        history.OnEpochEnd(0, new Logs { { "loss", 0.5 }, { "accuracy", 0.9 } });
        history.OnEpochEnd(1, new Logs { { "loss", 0.25 }, { "accuracy", 0.95 } });

        string path = history.Plot(folder.PathOf("history.svg"));

        Assert.AreEqual(folder.PathOf("history.svg"), path);
        string svg = File.ReadAllText(path);
        StringAssert.Contains(svg, ">loss</text>");
        StringAssert.Contains(svg, ">accuracy</text>");
    }
}
