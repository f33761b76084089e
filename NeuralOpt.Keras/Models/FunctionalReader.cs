using System.Text.Json.Nodes;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras;

/// <summary>Makes the layers of a functional model's config and calls them, each call as soon as its inputs are there.</summary>
internal sealed class FunctionalReader(ObjectReader reader)
{
    private readonly Dictionary<string, Layer> _layers = [];
    private readonly Dictionary<string, List<Tensors>> _results = [];
    private readonly List<(string Layer, Queue<JsonObject> Nodes)> _pending = [];

    internal void Add(JsonObject node)
    {
        Layer layer = (Layer)reader.Read(node, typeof(Layer), "Functional.layers")!;
        string name = node["name"] is JsonValue v && v.TryGetValue(out string? s) ? s : layer.Name;
        if (!_layers.TryAdd(name, layer))
        {
            throw new InvalidModelException($"Functional: the names of layers must differ. Received twice: '{name}'.");
        }

        _results[name] = layer is InputLayer input ? [(Tensor)input.Output] : [];
        _pending.Add((name, new((node["inbound_nodes"] as JsonArray ?? []).OfType<JsonObject>())));
    }

    internal void Connect()
    {
        bool progress = true;
        while (progress)
        {
            progress = false;
            foreach ((string name, Queue<JsonObject> nodes) in _pending)
            {
                while (nodes.TryPeek(out JsonObject? node) && TryCall(name, node))
                {
                    nodes.Dequeue();
                    progress = true;
                }
            }
        }

        if (_pending.Find(static p => p.Nodes.Count > 0) is { Layer: { } open })
        {
            throw new InvalidModelException($"Functional: the inputs of every call must come from a layer of the model. Received one of '{open}' that do not.");
        }
    }

    /// <summary>The tensors that <c>["name", 0, 0]</c>, a list or a dictionary of such names.</summary>
    internal Tensors Ends(JsonNode? node, string key) => node switch
    {
        JsonArray history when history.Count > 0 && history[0] is JsonValue => Known(history),
        JsonArray list => list.Select(h => Known(h as JsonArray ?? throw Malformed(key))).ToArray(),
        JsonObject named => named.ToDictionary(static p => p.Key, p => Known(p.Value as JsonArray ?? throw Malformed(key))),
        _ => throw Malformed(key),
    };

    private Tensor Known(JsonArray history)
        => Find(history) ?? throw new InvalidModelException($"Functional: an input or output must be a tensor of the model. Received: {history.ToJsonString()}.");

    private bool TryCall(string name, JsonObject node)
    {
        List<Tensor> inputs = [];
        if (node["args"] is not JsonArray args || !args.All(a => Collect(a, inputs)))
        {
            return false;
        }

        bool? training = null;
        Tensor[]? masks = null;
        foreach ((string key, JsonNode? value) in node["kwargs"] as JsonObject ?? [])
        {
            List<Tensor> tensors = [];
            if (value is null)
            {
                continue;
            }

            if (key == "training" && value is JsonValue flag && flag.TryGetValue(out bool b))
            {
                training = b;
            }
            else if (key == "mask" && Collect(value, tensors))
            {
                masks = [.. tensors];
            }
            else
            {
                throw new InvalidModelException($"Functional: the arguments of the call of '{name}' must be training or mask. Received: '{key}'.");
            }
        }

        _results[name].Add(_layers[name].ApplyMany(inputs, training, masks is null ? null : (Tensors)masks));
        return true;
    }

    // False as long as a tensor has not been made.
    private bool Collect(JsonNode? node, List<Tensor> into)
    {
        if (node is JsonArray list)
        {
            return list.All(n => Collect(n, into));
        }

        if (node?["config"]?["keras_history"] is not JsonArray history)
        {
            throw new InvalidModelException($"Functional: the input of a call must be a tensor of the model. Received: {node?.ToJsonString() ?? "null"}.");
        }

        if (Find(history) is not { } tensor)
        {
            return false;
        }

        into.Add(tensor);
        return true;
    }

    private Tensor? Find(JsonArray history)
        => history is [JsonValue layer, JsonValue call, JsonValue output]
            && layer.TryGetValue(out string? name) && call.TryGetValue(out int i) && output.TryGetValue(out int k)
            && _results.TryGetValue(name, out List<Tensors>? calls) && i >= 0 && i < calls.Count && k >= 0 && k < calls[i].Count
            ? calls[i][k]
            : null;

    private static InvalidModelException Malformed(string key) => new($"Functional: '{key}' must name tensors of the model. Received: something else.");
}
