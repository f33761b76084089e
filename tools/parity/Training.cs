using System.Text.Json.Nodes;
using NeuralOpt.Keras.Callbacks;

namespace NeuralOpt.Keras.Parity;

/// <summary>Fit as a recorded case describes it, and what comes of it.</summary>
internal static class Training
{
    /// <summary>The model of a case, with given weights if there are any.</summary>
    internal static Model Build(GoldenCase golden, Tensor[]? weights = null)
    {
        Model model = GoldenCase.Make<Model>(golden["model"]?.DeepClone() ?? throw new NotJudgedException("the case has no 'model'"));
        if (weights is not null)
        {
            model.SetWeights(weights);
        }

        return model;
    }

    internal static void Compile(Model model, JsonNode? config)
        => model.CompileFromConfig((JsonObject?)config ?? throw new NotJudgedException("the case does not say how the model is compiled"));

    /// <summary>The arrays that feed a model: <c>x</c>, or several whose names begin so.</summary>
    internal static Tensors Data(GoldenCase golden, string prefix)
        => golden.ArrayNames.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(golden.Given).ToArray();

    /// <summary>Calls Fit with the arguments of the case.</summary>
    internal static History Fit(Model model, GoldenCase golden, bool shuffle = false)
    {
        List<Argument> arguments = [new("x", Data(golden, "x")), new("y", Data(golden, "y")), new("verbose", 0)];
        JsonObject given = golden["fit"] as JsonObject ?? [];
        if (!given.ContainsKey("shuffle"))
        {
            arguments.Add(new("shuffle", shuffle));
        }

        foreach ((string name, JsonNode? value) in given)
        {
            arguments.Add(new(name, value is JsonObject map
                ? map.ToDictionary(static p => int.Parse(p.Key), static p => p.Value!.GetValue<double>())
                : Saving.DeserializeKerasObject(value)));
        }

        if (golden.Array("sample_weight") is { } weight)
        {
            arguments.Add(new("sample_weight", weight));
        }

        if (golden.Has("val_x"))
        {
            arguments.Add(new("validation_data", new object?[] { golden.Array("val_x"), golden.Array("val_y") }));
        }

        return (History)Binder.Call([.. typeof(Model).GetMethods().Where(static m => m.Name == "Fit")], [.. arguments], model)!;
    }

    internal static void Compare(Comparison comparison, JsonNode? expected, History history)
    {
        JsonObject recorded = (JsonObject)expected!;
        comparison.Equal("names in history", string.Join(" ", recorded.Select(static p => p.Key).Order(StringComparer.Ordinal)), string.Join(" ", history.Values.Keys.Order(StringComparer.Ordinal)));
        foreach ((string name, JsonNode? values) in recorded)
        {
            if (!history.Values.TryGetValue(name, out IReadOnlyList<double>? actual))
            {
                continue;
            }

            double[] numbers = [.. values!.AsArray().Select(static v => v!.GetValue<double>())];
            comparison.Equal($"length of history '{name}'", numbers.Length, actual.Count);
            for (int i = 0; i < Math.Min(numbers.Length, actual.Count); i++)
            {
                comparison.Close($"{name} of epoch {i}", numbers[i], actual[i], Tolerance.TrainingLoss);
            }
        }
    }

    internal static void CompareWeights(Comparison comparison, IReadOnlyList<Tensor?> expected, Model model)
    {
        comparison.Equal("number of weights", expected.Count, model.Weights.Count);
        for (int i = 0; i < Math.Min(expected.Count, model.Weights.Count); i++)
        {
            comparison.Close($"weight {model.Weights[i].Path}", expected[i], model.Weights[i].Value, Tolerance.TrainingWeights);
        }
    }

    /// <summary>Predictions of as many first rows as were recorded.</summary>
    internal static void ComparePredictions(Comparison comparison, GoldenCase golden, Model model)
    {
        Tensor[] expected = golden.Given("predictions");
        if (expected.Length == 0)
        {
            return;
        }

        int rows = expected[0].Shape[0];
        Tensors actual = model.PredictMany(Data(golden, "x").Map(t => Ops.SliceAxis(t, 0, 0, rows)), verbose: 0);
        comparison.Equal("number of predictions", expected.Length, actual.Count);
        for (int i = 0; i < Math.Min(expected.Length, actual.Count); i++)
        {
            comparison.Close($"prediction {i}", expected[i], actual[i], Tolerance.TrainingWeights);
        }
    }
}
