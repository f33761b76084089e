using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Parity;

/// <summary>Steps of a net whose embedding rows are looked up more than once: each look-up reaches the optimizer by itself.</summary>
internal sealed class SparseUpdatesJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["sparse_updates"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Tensor[] initial = golden.Given("initial");
        Model model = Training.Build(golden, initial);
        JsonObject compile = (JsonObject)(golden["model"]?["compile_config"]?.DeepClone() ?? new JsonObject { ["loss"] = "mse" });
        compile["optimizer"] = golden["optimizer"]?.DeepClone();
        Training.Compile(model, compile);

        Tensor[] x = golden.Given("x");
        Tensor[] y = golden.Given("y");
        IReadOnlyList<Tensor?> after = golden.All("after");
        JsonArray losses = golden["losses"] as JsonArray ?? throw new NotJudgedException("the case has no 'losses'");
        for (int step = 0; step < x.Length; step++)
        {
            double loss = model.TrainOnBatch(x[step], y[step])[0];
            comparison.Close($"loss of step {step}", losses[step]!.GetValue<double>(), loss, Tolerance.Sum(y[step].Size));
            for (int i = 0; i < initial.Length; i++)
            {
                comparison.Close($"weight {i} after step {step}", after[(step * initial.Length) + i], model.Weights[i].Value, Tolerance.Sum((step + 1) * x[step].Size));
            }
        }
    }
}
