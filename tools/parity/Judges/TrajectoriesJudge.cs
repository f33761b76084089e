using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Parity;

/// <summary>Whole trainings from given weights: history, weights, predictions, evaluation.</summary>
internal sealed class TrajectoriesJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["trajectories"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Model model = Training.Build(golden, golden.Given("initial"));
        if (golden["phases"] is JsonArray phases)
        {
            string[] histories = [.. golden.Keys.Where(static k => k.StartsWith("history", StringComparison.Ordinal))];
            for (int i = 0; i < phases.Count; i++)
            {
                Set(model, phases[i]!["set"] as JsonObject ?? []);
                Training.Compile(model, phases[i]!["compile"]);
                Training.Compare(comparison, golden[histories[i]], Training.Fit(model, golden));
                Training.CompareWeights(comparison, golden.All(phases[i]!["weights_after"]!.GetValue<string>()), model);
            }

            return;
        }

        Training.Compile(model, golden["compile"]);
        Training.Compare(comparison, golden["history"], Training.Fit(model, golden));
        Training.CompareWeights(comparison, golden.All("final"), model);
        Training.ComparePredictions(comparison, golden, model);
        if (golden["evaluate"] is JsonObject expected)
        {
            Evaluation evaluation = model.Evaluate(Training.Data(golden, "x"), Training.Data(golden, "y"), batchSize: 24, verbose: 0);
            foreach ((string name, JsonNode? value) in expected)
            {
                comparison.Close($"evaluate {name}", value!.GetValue<double>(), evaluation[name], Tolerance.TrainingLoss);
            }
        }
    }

    // "base.trainable": a property of a layer.
    private static void Set(Model model, JsonObject values)
    {
        foreach ((string path, JsonNode? value) in values)
        {
            string[] parts = path.Split('.');
            object target = model;
            foreach (string layer in parts[..^1])
            {
                target = ((Model)target).GetLayer(layer);
            }

            target.GetType().GetProperty(NamingRule.Pascal(parts[^1]))!.SetValue(target, Saving.DeserializeKerasObject(value));
        }
    }
}
