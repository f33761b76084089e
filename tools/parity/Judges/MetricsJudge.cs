using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Parity;

/// <summary>Metrics: the result after each of several updates.</summary>
internal sealed class MetricsJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["metrics"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Metric metric = golden.Build<Metric>();
        string[] names = [.. new[] { "values", "y_true", "y_pred", "sample_weight" }.Where(golden.Has)];
        Tensor[] results = golden.Given("result");
        for (int i = 0; i < results.Length; i++)
        {
            Argument[] arguments = [.. names.Select(n => new Argument(n, golden.Given(n)[i]))];
            Binder.Call([.. metric.GetType().GetMethods().Where(static m => m.Name == "UpdateState")], arguments, metric);
            Tensor result = metric.Result();
            comparison.Close($"result {i}", results[i], result, Tolerance.Sum((i + 1) * golden.Given(names[0])[i].Size));
        }

        Configs.Compare(comparison, golden, metric);
    }
}
