using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Parity;

/// <summary>One recorded case: what to do, and what Keras made of it.</summary>
internal sealed class GoldenCase(JsonObject json, IReadOnlyDictionary<string, Tensor> arrays)
{
    /// <summary>For the report only.</summary>
    internal string Id => Text("id") ?? "?";

    internal JsonNode? this[string key] => json[key];

    internal IEnumerable<string> Keys => json.Select(static p => p.Key);

    /// <summary>What arrays there are, in the order of the record.</summary>
    internal IEnumerable<string> ArrayNames => (json["arrays"] as JsonObject ?? []).Select(static p => p.Key);

    internal string? Text(string key) => json[key] is JsonValue v && v.TryGetValue(out string? s) ? s : null;

    internal string Required(string key) => Text(key) ?? throw new NotJudgedException($"the case has no '{key}'");

    internal bool Flag(string key) => json[key] is JsonValue v && v.TryGetValue(out bool b) && b;

    internal bool Has(string key) => (json["arrays"] as JsonObject)?.ContainsKey(key) == true;

    /// <summary>One array; null when it was not recorded.</summary>
    internal Tensor? Array(string key) => All(key) is [var one, ..] ? one : null;

    /// <summary>A list of arrays; an item is null, or the list empty, when nothing was recorded.</summary>
    internal IReadOnlyList<Tensor?> All(string key) => (json["arrays"] as JsonObject)?[key] switch
    {
        JsonArray names => [.. names.Select(n => Lookup(n?.GetValue<string>()))],
        JsonValue name => [Lookup(name.GetValue<string>())],
        _ => [],
    };

    /// <summary>A list of arrays that must all be there, even those of no elements.</summary>
    internal Tensor[] Given(string key) => (json["arrays"] as JsonObject)?[key] switch
    {
        JsonArray names => [.. names.Select(n => Stored(n!.GetValue<string>()))],
        JsonValue name => [Stored(name.GetValue<string>())],
        _ => [],
    };

    /// <summary>The object that the case is about, with the arguments that Keras leaves out of its config.</summary>
    internal T Build<T>() where T : class
    {
        JsonObject node = (JsonObject?)(json["serialized"] as JsonObject)?.DeepClone() ?? throw new NotJudgedException("the case has no 'serialized'");
        if (json["arguments"] is JsonObject arguments && node["config"] is JsonObject config)
        {
            foreach ((string key, JsonNode? value) in arguments)
            {
                config[key] = value?.DeepClone();
            }
        }

        return Make<T>(node);
    }

    internal static T Make<T>(JsonNode node) where T : class
    {
        object? made;
        try
        {
            made = Saving.DeserializeKerasObject(node);
        }
        catch (UnknownLayerException e)
        {
            throw new MissingException(e.Message);
        }

        return made as T ?? throw new MissingException($"{made?.GetType().Name ?? "null"} is not a {typeof(T).Name}");
    }

    private Tensor Stored(string name) => arrays.GetValueOrDefault(name) ?? throw new NotJudgedException($"the array '{name}' is not there or holds no numbers");

    // A recorded array of shape (0,) says that nothing was recorded.
    private Tensor? Lookup(string? name)
        => name is not null && arrays.TryGetValue(name, out Tensor? t) && !(t.Rank == 1 && t.Size == 0) ? t : null;
}
