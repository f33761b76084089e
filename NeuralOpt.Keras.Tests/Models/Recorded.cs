using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>What Keras printed, and the models behind it.</summary>
internal static class Recorded
{
    private static readonly Lazy<JsonObject> s_text = new(() => (JsonObject)JsonNode.Parse(File.ReadAllText(Fixture.PathOf("text/text.json")))!);

    internal static string Text(string name) => (string)s_text.Value[name]!;

    /// <summary>The model of a text, by the name under which the texts' models are kept.</summary>
    internal static Model Model(string name) => (Model)Saving.DeserializeKerasObject(s_text.Value["models"]![name]!.DeepClone())!;

    /// <summary>The config behind such a model, as Keras wrote it.</summary>
    internal static JsonNode Config(string name) => s_text.Value["models"]![name]!;

    /// <summary>A case of a family of goldens.</summary>
    internal static JsonObject Golden(string family, string id)
        => JsonNode.Parse(File.ReadAllText(Fixture.PathOf($"goldens/{family}.json")))!.AsArray().Select(c => (JsonObject)c!).Single(c => (string?)c["id"] == id);

    /// <summary>The arrays of a case under one key: one, or a list.</summary>
    internal static Tensor[] Arrays(string family, JsonObject golden, string key)
    {
        string[] names = golden["arrays"]![key] is JsonArray list ? [.. list.Select(n => (string)n!)] : [(string)golden["arrays"]![key]!];
        IReadOnlyDictionary<string, Tensor> arrays = Npz.Load(Fixture.PathOf($"goldens/{family}.npz"), names);
        return [.. names.Select(n => arrays[n])];
    }
}
