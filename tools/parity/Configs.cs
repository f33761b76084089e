using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Parity;

/// <summary>What an object writes about itself, beside what Keras wrote.</summary>
internal static class Configs
{
    /// <summary>Every key of Keras's config must be in ours and say the same; ours may have more.</summary>
    internal static void Compare(Comparison comparison, GoldenCase golden, IConfigurable o)
    {
        if (golden["serialized"]?["config"] is not JsonObject expected)
        {
            return;
        }

        JsonObject actual = o.GetConfig();
        JsonObject? overridden = golden["arguments"] as JsonObject;
        foreach ((string key, JsonNode? value) in expected)
        {
            bool given = actual.TryGetPropertyValue(key, out JsonNode? ours);
            if (overridden?.ContainsKey(key) == true || (!given && ObjectConfig.IsIgnored(key)))
            {
                continue;
            }

            if (!given || !Same(value, ours))
            {
                comparison.Complain($"config '{key}': expected {Text(value)}, got {(given ? Text(ours) : "no such key")}");
            }
        }
    }

    // Objects inside compare key by key too: ours may say more. One axis may stand in a list or alone, a dtype for its policy.
    private static bool Same(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject e, JsonObject a) => e.All(p => p.Key is "registered_name" or "module" or "build_config" || ObjectConfig.IsIgnored(p.Key) || Same(p.Value, a[p.Key])),
        (JsonArray { Count: 1 } e, JsonValue a) => Same(e[0], a),
        (JsonValue e, JsonObject a) when a["class_name"]?.GetValue<string>() == "DTypePolicy" => Same(e, a["config"]?["name"]),
        (JsonArray e, JsonArray a) => e.Count == a.Count && e.Zip(a).All(static p => Same(p.First, p.Second)),
        _ => ConfigComparer.Same(expected, actual),
    };

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
