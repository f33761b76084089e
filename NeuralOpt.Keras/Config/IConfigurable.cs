using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

/// <summary>What can be written to a config and made from one: layers, losses, metrics, optimizers, schedules, initializers, regularizers, constraints, callbacks.</summary>
/// <remarks>
/// A config is derived from the one public constructor and the properties of its parameters' names. A class with another idea of its config overrides
/// <see cref="GetConfig"/> and has a static method <c>FromConfig(JsonObject)</c>.
/// </remarks>
public interface IConfigurable
{
    /// <summary>The constructor's arguments under Keras's keys.</summary>
    JsonObject GetConfig() => ObjectConfig.Get(this);

    /// <summary>What was known when the weights were made, such as the input's shape; null for nothing.</summary>
    JsonObject? GetBuildConfig() => null;

    /// <summary>Makes the weights again from what <see cref="GetBuildConfig"/> gave.</summary>
    /// <param name="config">What it gave.</param>
    void BuildFromConfig(JsonObject config)
    {
    }
}

/// <summary>A wrapper around what stands in a config, such as the specification of an activation.</summary>
internal interface IConfigValue
{
    /// <summary>The name of something built in, or the object itself.</summary>
    object? ConfigValue { get; }
}
