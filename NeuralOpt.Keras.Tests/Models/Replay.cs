using System.Text.Json.Nodes;
using NeuralOpt.Keras.Callbacks;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>A recorded training, done again and compared.</summary>
internal sealed class Replay(string id)
{
    private const string Family = "trajectories";

    // Some twenty steps in float32.
    private const double LossTolerance = 1e-4;
    private const double WeightTolerance = 1e-3;

    private readonly JsonObject _golden = Recorded.Golden(Family, id);

    internal void Run()
    {
        Model model = Model("initial");
        model.CompileFromConfig(this["compile"]);
        Compare("history", Fit(model, (JsonObject)_golden["fit"]!));
        CompareWeights(model, "final");
        if (_golden["evaluate"] is JsonObject expected)
        {
            Evaluation actual = model.Evaluate(Data("x"), Data("y"), batchSize: 24, verbose: 0);
            foreach ((string name, JsonNode? value) in expected)
            {
                Assert.AreEqual((double)value!, actual[name], LossTolerance, $"evaluate {name}");
            }
        }
    }

    internal Model Model(string weights)
    {
        Model model = (Model)Saving.DeserializeKerasObject(_golden["model"]!.DeepClone())!;
        model.SetWeights(Recorded.Arrays(Family, _golden, weights));
        return model;
    }

    internal JsonObject this[string key] => (JsonObject)_golden[key]!;

    internal JsonArray Phases => (JsonArray)_golden["phases"]!;

    internal Tensors Data(string prefix)
        => (Tensor[])[.. ((JsonObject)_golden["arrays"]!).Select(p => p.Key).Where(k => k == prefix || (k.Length == 2 && k[0] == prefix[0]))
            .Select(k => Recorded.Arrays(Family, _golden, k)[0])];

    internal History Fit(Model model, JsonObject fit) => model.Fit(
        Data("x"),
        Data("y"),
        (int?)fit["batch_size"],
        (int)fit["epochs"]!,
        verbose: 0,
        validationSplit: (double?)fit["validation_split"] ?? 0,
        validationData: fit["validation_freq"] is null ? null : (ValidationData)(Recorded.Arrays(Family, _golden, "val_x")[0], Recorded.Arrays(Family, _golden, "val_y")[0]),
        shuffle: false,
        classWeight: (fit["class_weight"] as JsonObject)?.ToDictionary(p => int.Parse(p.Key), p => (double)p.Value!),
        sampleWeight: _golden["arrays"]!["sample_weight"] is null ? null : (Tensors)Recorded.Arrays(Family, _golden, "sample_weight")[0],
        validationFreq: (int?)fit["validation_freq"] ?? 1);

    internal void Compare(string key, History history)
    {
        JsonObject expected = this[key];
        CollectionAssert.AreEquivalent(expected.Select(p => p.Key).ToArray(), history.Values.Keys.ToArray());
        foreach ((string name, JsonNode? values) in expected)
        {
            Assert.HasCount(values!.AsArray().Count, history[name]);
            for (int i = 0; i < history[name].Count; i++)
            {
                Assert.AreEqual((double)values[i]!, history[name][i], LossTolerance, $"{name} of epoch {i}");
            }
        }
    }

    internal void CompareWeights(Model model, string key)
    {
        Tensor[] expected = Recorded.Arrays(Family, _golden, key);
        Assert.HasCount(expected.Length, model.Weights);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Ops.Max(Ops.Abs(expected[i] - model.Weights[i].Value)).Item();
            Assert.IsLessThan(WeightTolerance, difference, $"{key} {model.Weights[i].Path}");
        }
    }
}
