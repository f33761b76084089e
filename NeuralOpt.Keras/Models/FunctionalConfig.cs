using System.Text.Json.Nodes;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras;

/// <summary>A functional model as Keras writes it: each layer with its calls, whose inputs are named by layer, call and output.</summary>
internal static class FunctionalConfig
{
    internal static JsonObject Write(Model model)
    {
        FunctionalGraph graph = model.Graph ?? throw new KerasInvalidOperationException($"Model '{model.Name}': a model without inputs and outputs must write its own config. Override GetConfig.");
        JsonArray layers = [];
        foreach (Layer layer in graph.Layers)
        {
            JsonObject node = (JsonObject)Saving.SerializeKerasObject(layer)!;
            node["name"] = layer.Name;
            node["inbound_nodes"] = new JsonArray([.. CallsOf(graph, layer).Where(static c => c.Inputs.Count > 0).Select(c => Node(graph, c))]);
            layers.Add((JsonNode)node);
        }

        return new JsonObject
        {
            ["name"] = model.Name,
            ["trainable"] = model.Trainable,
            ["layers"] = layers,
            ["input_layers"] = Ends(graph, graph.Inputs),
            ["output_layers"] = Ends(graph, graph.Outputs),
        };
    }

    internal static Model Read(JsonObject config, ObjectReader reader)
    {
        FunctionalReader layers = new(reader);
        foreach (JsonNode? node in config["layers"] as JsonArray ?? [])
        {
            layers.Add(node as JsonObject ?? throw new InvalidModelException("Functional: every item of 'layers' must be an object. Received: something else."));
        }

        layers.Connect();
        return new Model(
            layers.Ends(config["input_layers"], "input_layers"),
            layers.Ends(config["output_layers"], "output_layers"),
            (string?)reader.Read(config["name"], typeof(string), "Functional.name"),
            (bool?)reader.Read(config["trainable"], typeof(bool?), "Functional.trainable") ?? true);
    }

    // The calls of a layer within this model; the same layer may have others elsewhere.
    private static LayerCall[] CallsOf(FunctionalGraph graph, Layer layer) => [.. graph.Calls.Where(c => c.Layer == layer).OrderBy(static c => c.Index)];

    private static JsonNode Node(FunctionalGraph graph, LayerCall call)
    {
        JsonNode?[] inputs = [.. call.Inputs.Select(t => (JsonNode?)new JsonObject
        {
            ["class_name"] = "__keras_tensor__",
            ["config"] = new JsonObject
            {
                ["shape"] = ConfigWriter.Write(t.Shape),
                ["dtype"] = t.DType.Name(),
                ["keras_history"] = History(graph, t),
            },
        })];
        return new JsonObject
        {
            ["args"] = new JsonArray(inputs.Length == 1 ? inputs[0] : new JsonArray(inputs)),
            ["kwargs"] = call.Training is { } training ? new JsonObject { ["training"] = training } : [],
        };
    }

    private static JsonArray History(FunctionalGraph graph, Tensor t)
    {
        LayerCall call = graph.CallOf(t);
        return [call.Layer.Name, Array.IndexOf(CallsOf(graph, call.Layer), call), Math.Max(0, call.Outputs.ToList().IndexOf((KerasTensor)t))];
    }

    private static JsonArray Ends(FunctionalGraph graph, Tensors tensors)
        => tensors.Count == 1 ? History(graph, tensors[0]) : [.. tensors.Select(t => (JsonNode?)History(graph, t))];
}
