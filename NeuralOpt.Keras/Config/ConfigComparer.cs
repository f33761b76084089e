using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

/// <summary>Whether two configs say the same: numbers compare as float32, since Keras writes some of them so.</summary>
internal static class ConfigComparer
{
    internal static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(static p => Same(p.First, p.Second)),
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(p => y.TryGetPropertyValue(p.Key, out JsonNode? other) && Same(p.Value, other)),
        _ when a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number => Single(a).Equals(Single(b)),
        _ => JsonNode.DeepEquals(a, b),
    };

    private static float Single(JsonNode number) => float.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
}
