using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras.Parity;

/// <summary>Seed first, then build, then fit: initial weights, order of samples, final weights.</summary>
internal sealed class SeededJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["seeded"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Utils.SetRandomSeed(golden["seed"]!.GetValue<long>());
        if (golden.Has("order"))
        {
            Order(golden, comparison);
            return;
        }

        Model model = Training.Build(golden);
        IReadOnlyList<Tensor?> initial = golden.All("initial");
        for (int i = 0; i < Math.Min(initial.Count, model.Weights.Count); i++)
        {
            comparison.Close($"initial weight {i}", initial[i], model.Weights[i].Value, Tolerance.Exact);
        }

        Training.Compile(model, golden["model"]!["compile_config"]?.DeepClone());
        Training.Compare(comparison, golden["history"], Training.Fit(model, golden));
        Training.CompareWeights(comparison, golden.All("final"), model);
        Training.ComparePredictions(comparison, golden, model);
    }

    // Fit's own order: the same permutation in every epoch.
    private static void Order(GoldenCase golden, Comparison comparison)
    {
        int samples = golden["samples"]!.GetValue<int>();
        int epochs = golden["epochs"]!.GetValue<int>();
        Tensor expected = golden.Array("order")!;
        List<int> order = [];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            order.AddRange(SampleOrder.Next(samples, true, golden["batch_size"]!.GetValue<int>())!);
        }

        comparison.Close("order", expected.Reshape(-1), Tensor.From<int>([.. order.Take(expected.Size)], expected.Size), Tolerance.Exact);
    }
}
