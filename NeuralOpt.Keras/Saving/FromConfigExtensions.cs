using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

/// <summary>Keras's <c>from_config</c> of a class: <c>Adam.FromConfig(optimizer.GetConfig())</c>.</summary>
public static class FromConfigExtensions
{
    extension<T>(T) where T : class, IConfigurable
    {
        /// <summary>An object of this class from its config.</summary>
        /// <param name="config">The constructor's arguments under Keras's keys, as <c>GetConfig</c> gives them; what is missing takes its default.</param>
        /// <returns>A new object.</returns>
        /// <exception cref="InvalidModelException">A key is unknown, or a value does not fit.</exception>
        public static T FromConfig(JsonObject config) => (T)ObjectConfig.Of(typeof(T)).Build((JsonObject)Guard.NotNull(config, $"{typeof(T).Name}.FromConfig").DeepClone(), new ObjectReader());
    }
}
