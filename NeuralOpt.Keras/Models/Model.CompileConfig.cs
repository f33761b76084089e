using System.Text.Json.Nodes;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras;

public partial class Model
{
    /// <summary>Compiles the model as Keras's <c>compile_config</c> says: optimizer, loss, metrics and their weights.</summary>
    /// <param name="config">The object that a saved model has under <c>compile_config</c>.</param>
    /// <exception cref="InvalidModelException">A class is unknown, or a value does not fit.</exception>
    /// <seealso href="https://keras.io/api/models/model_training_apis/"/>
    public void CompileFromConfig(JsonObject config)
    {
        Guard.NotNull(config);
        ObjectReader reader = new();
        try
        {
            Compile(
                (Optimizer?)reader.Read(config["optimizer"], typeof(Optimizer), "compile_config.optimizer"),
                ReadLoss(config["loss"], reader),
                (LossWeights?)reader.Read(config["loss_weights"], typeof(LossWeights), "compile_config.loss_weights"),
                ReadMetric(config["metrics"], reader),
                ReadMetric(config["weighted_metrics"], reader),
                (bool?)reader.Read(config["run_eagerly"], typeof(bool?), "compile_config.run_eagerly") ?? false,
                (int?)reader.Read(config["steps_per_execution"], typeof(int?), "compile_config.steps_per_execution") ?? 1);
        }
        catch (ArgumentException e)
        {
            throw new InvalidModelException($"compile_config: the values must fit Compile. {e.Message}", e);
        }
    }

    // Nested lists and dictionaries follow the model's outputs, whatever they hold.
    private static LossSpec? ReadLoss(JsonNode? node, ObjectReader reader) => node switch
    {
        JsonArray items => LossSpec.Create(items.Select(i => ReadLoss(i, reader))),
        JsonObject named when !named.ContainsKey("class_name") => named.ToDictionary(static p => p.Key, p => ReadLoss(p.Value, reader)),
        _ => reader.Read(node, typeof(object), "compile_config.loss") switch
        {
            null => (LossSpec?)null,
            string name => (LossSpec)name,
            Loss loss => (LossSpec)loss,
            var other => throw new InvalidModelException($"compile_config: 'loss' must name losses. Received: {other.GetType().Name}."),
        },
    };

    private static MetricSpec? ReadMetric(JsonNode? node, ObjectReader reader) => node switch
    {
        JsonArray items => MetricSpec.List([.. items.Select(i => ReadMetric(i, reader))]),
        JsonObject named when !named.ContainsKey("class_name") => named.ToDictionary(static p => p.Key, p => ReadMetric(p.Value, reader)),
        _ => reader.Read(node, typeof(object), "compile_config.metrics") switch
        {
            null => (MetricSpec?)null,
            string name => (MetricSpec)name,
            Metric metric => (MetricSpec)metric,
            var other => throw new InvalidModelException($"compile_config: 'metrics' must name metrics. Received: {other.GetType().Name}."),
        },
    };
}
