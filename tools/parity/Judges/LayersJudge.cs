using System.Text.Json.Nodes;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Parity;

/// <summary>A layer called once: outputs, losses, gradients by inputs and weights, the weights afterwards.</summary>
internal sealed class LayersJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["layers", "layers_more"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Layer layer = golden.Build<Layer>();
        Configs.Compare(comparison, golden, layer);
        Tensor[] inputs = golden.Given("input");
        Prepare(layer, golden, inputs);

        Variable[] trainable = [.. Trainable(layer, golden)];
        Tensor[] outputs = [];
        Tensor?[] gradients = Gradients.Of(
            [.. inputs, .. trainable],
            golden.All("probe"),
            [.. Padded(golden.All("grad_input"), inputs.Length), .. golden.All("grad_weight")],
            () => outputs = Call(layer, golden, inputs));

        string name = golden["serialized"]?["class_name"]?.GetValue<string>() ?? "";
        Terms terms = new(name.Contains("Conv", StringComparison.Ordinal), [.. inputs, .. layer.Weights.Select(static w => w.Value)], outputs);
        Compare(golden, comparison, outputs, terms);
        if (golden["losses"] is JsonArray losses)
        {
            comparison.Equal("number of losses", losses.Count, layer.Losses.Count);
            for (int i = 0; i < Math.Min(losses.Count, layer.Losses.Count); i++)
            {
                comparison.Close($"loss {i}", losses[i]!.GetValue<double>(), layer.Losses[i].Item(), Tolerance.Sum(outputs.Sum(static o => o.Size)));
            }
        }

        Gradients.Compare(comparison, golden.All("grad_input"), gradients[..inputs.Length], inputs, terms, "gradient of input");
        Gradients.Compare(comparison, golden.All("grad_weight"), gradients[inputs.Length..], [.. trainable.Select(static v => v.Value)], terms, "gradient of weight");
        IReadOnlyList<Tensor?> after = golden.All("weight_after");
        for (int i = 0; i < Math.Min(after.Count, layer.Weights.Count); i++)
        {
            comparison.Close($"weight {i} afterwards", after[i], layer.Weights[i].Value, terms.OfOutput(layer.Weights[i].Value));
        }
    }

    private static void Compare(GoldenCase golden, Comparison comparison, Tensor[] outputs, Terms terms)
    {
        Tensor[] expected = golden.Given("output");
        comparison.Equal("number of outputs", expected.Length, outputs.Length);
        for (int i = 0; i < Math.Min(expected.Length, outputs.Length); i++)
        {
            comparison.Close($"output {i}", expected[i], outputs[i], terms.OfOutput(outputs[i]));
        }

        if (golden.Array("output_mask") is { } mask)
        {
            comparison.Close("output mask", mask, outputs[0].Mask, Tolerance.Exact);
        }
    }

    private static void Prepare(Layer layer, GoldenCase golden, Tensor[] inputs)
    {
        // The recorded layers were called once before they got their weights: a generator has moved on by then.
        Call(layer, golden, inputs);

        Tensor[] weights = golden.Given("weight");
        if (weights.Length > 0 || layer.Weights.Count > 0)
        {
            layer.SetWeights(weights);
        }
    }

    private static Tensor[] Call(Layer layer, GoldenCase golden, Tensor[] inputs)
    {
        Callable callable = new(arguments => Apply(layer, arguments));
        if (golden.Text("call") is { } call)
        {
            Dictionary<string, object?> known = new() { ["layer"] = callable };
            foreach ((JsonNode? name, Tensor input) in ((JsonArray)golden["inputs"]!).Zip(inputs))
            {
                known[name!.GetValue<string>()] = input;
            }

            return [.. Flat(Evaluator.Run(call, known))];
        }

        // Layers of attention take their inputs one by one; those cases do not say whether it is training.
        bool one = golden["training"] is not null;
        object? first = inputs.Length == 1 ? (object)inputs[0] : inputs.Cast<object?>().ToArray();
        Argument[] positional = one ? [new(null, first)] : [.. inputs.Select(static t => new Argument(null, t))];
        Argument[] named = [.. ((JsonObject?)golden["call_kwargs"] ?? []).Select(static p => new Argument(p.Key, Saving.DeserializeKerasObject(p.Value)))];
        bool told = named.Any(static a => a.Name == "training");
        return [.. Flat(Apply(layer, [.. positional, .. named, .. one && !told ? [new Argument("training", golden.Flag("training"))] : Array.Empty<Argument>()]))];
    }

    private static object? Apply(Layer layer, Argument[] arguments)
        => Binder.Flatten(Binder.Call([.. layer.GetType().GetMethods().Where(static m => m.Name == "ApplyMany"), .. layer.GetType().GetMethods().Where(static m => m.Name == "Apply")], arguments, layer));

    private static IEnumerable<Variable> Trainable(Layer layer, GoldenCase golden)
        => golden["trainable_weights"] is JsonArray indices ? indices.Select(i => layer.Weights[i!.GetValue<int>()]) : layer.TrainableWeights;

    private static IEnumerable<Tensor?> Padded(IReadOnlyList<Tensor?> recorded, int count)
        => recorded.Concat(Enumerable.Repeat<Tensor?>(null, Math.Max(0, count - recorded.Count)));

    private static IEnumerable<Tensor> Flat(object? value) => value switch
    {
        Tensor t => [t],
        object?[] items => items.SelectMany(Flat),
        _ => throw new MissingException($"a layer that gives {value?.GetType().Name ?? "None"}"),
    };
}
