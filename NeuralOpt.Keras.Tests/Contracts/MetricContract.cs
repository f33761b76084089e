using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Tests;

/// <summary>What every metric of labels and predictions does.</summary>
internal static class MetricContract
{
    internal static void Check(Func<Metric> make, Tensor yTrue, Tensor yPred)
    {
        Metric metric = make();
        Tensor value = metric.Apply(yTrue, yPred);
        Assert.IsTrue(value.ToArray<double>().All(double.IsFinite), $"{metric.Name}: {value}");
        Numbers.AreClose(value, ConfigContract.Copy(metric).Apply(yTrue, yPred), 0, "the copy's value");
        ChecksThatItCompiles(make, yTrue, yPred);
        ChecksBatches(make, yTrue, yPred, value);

        metric.ResetState();
        Assert.IsTrue(metric.Variables.All(v => v.Value.ToArray<double>().All(x => x == 0)), "after a reset the state must be 0");
        Numbers.AreClose(value, metric.Apply(yTrue, yPred), 0, "the value after a reset");
    }

    private static void ChecksThatItCompiles(Func<Metric> make, Tensor yTrue, Tensor yPred)
    {
        Metric eager = make();
        Metric compiled = make();

        // The state of some metrics follows from the first batch.
        compiled.UpdateState(yTrue, yPred);
        compiled.ResetState();
        Func<Tensor, Tensor, Tensor> step = Function.Compile((t, p) => compiled.Apply(t, p));
        for (int i = 0; i < 2; i++)
        {
            Numbers.AreClose(eager.Apply(yTrue, yPred), step(yTrue, yPred), 1e-6, "the compiled value");
        }
    }

    // What was seen counts, not how it was cut into batches; a weight of 0 is a sample that is not there.
    private static void ChecksBatches(Func<Metric> make, Tensor yTrue, Tensor yPred, Tensor whole)
    {
        int n = yTrue.Shape[0];
        Metric parts = make();
        parts.UpdateState(Ops.SliceAxis(yTrue, 0, 0, n - 1), Ops.SliceAxis(yPred, 0, 0, n - 1));
        Tensor first = parts.Result();
        parts.UpdateState(Ops.SliceAxis(yTrue, 0, n - 1, n), Ops.SliceAxis(yPred, 0, n - 1, n));
        Numbers.AreClose(whole, parts.Result(), 1e-5, "the value of two batches");

        float[] weight = [.. Enumerable.Repeat(1f, n - 1), 0];
        Numbers.AreClose(first, make().Apply(yTrue, yPred, weight), 1e-5, "the value with a weight of 0");
    }
}
