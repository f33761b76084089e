using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Tests;

/// <summary>What every object with a config does: written and read again, it is the same.</summary>
internal static class ConfigContract
{
    /// <summary>The object that its own config makes, after checking that both have the same config.</summary>
    internal static T Copy<T>(T original) where T : class
    {
        JsonNode written = Saving.SerializeKerasObject(original)!;
        T copy = (T)Saving.DeserializeKerasObject(JsonNode.Parse(written.ToJsonString()))!;
        Assert.AreEqual(original.GetType(), copy.GetType());
        Assert.AreEqual(written.ToJsonString(), Saving.SerializeKerasObject(copy)!.ToJsonString());
        return copy;
    }

    /// <summary>A copy with another value under one key.</summary>
    internal static T With<T>(T original, string key, JsonNode value) where T : class
    {
        JsonNode written = Saving.SerializeKerasObject(original)!;
        written["config"]![key] = value;
        return (T)Saving.DeserializeKerasObject(written)!;
    }
}
