using System.Text.Json.Nodes;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras;

public partial class Sequential
{
    /// <summary>The layers in order, each as Keras writes it.</summary>
    public override JsonObject GetConfig()
    {
        JsonObject config = new()
        {
            ["name"] = Name,
            ["trainable"] = Trainable,
            ["dtype"] = ConfigWriter.Policy(Dtype),
            ["layers"] = new JsonArray([.. _layers.Select(Saving.SerializeKerasObject)]),
        };
        if (_layers is [InputLayer input, ..])
        {
            config["build_input_shape"] = ConfigWriter.Write(input.BatchShape);
        }

        return config;
    }

    internal static new Sequential FromConfig(JsonObject config, ObjectReader reader)
    {
        if (config["layers"] is not JsonArray layers)
        {
            throw new InvalidModelException($"Sequential: a config must have a list 'layers'. Received keys: {string.Join(", ", config.Select(static p => p.Key))}.");
        }

        // Keras 2 writes no InputLayer but the shape of the input into the first layer.
        List<Layer> before = [];
        if (layers is [{ } first, ..] && (string?)reader.Read(first["class_name"], typeof(string), "Sequential.layers") != "InputLayer"
            && first["config"]?["batch_input_shape"] is JsonArray legacy)
        {
            before.Add(new InputLayer(batchShape: (Shape)reader.Read(legacy, typeof(Shape), "Sequential.batch_input_shape")!));
        }

        Sequential model = new(
            before.Concat(Read(layers, reader)),
            (bool?)reader.Read(config["trainable"], typeof(bool?), "Sequential.trainable") ?? true,
            (string?)reader.Read(config["name"], typeof(string), "Sequential.name"));
        if (model is { Graph: null, _layers.Count: > 0 } && config["build_input_shape"] is JsonArray shape)
        {
            model.Build((Shape)reader.Read(shape, typeof(Shape), "Sequential.build_input_shape")!);
        }

        return model;
    }

    // A layer that stands there twice, under one name and with one config, is one layer.
    private static List<Layer> Read(JsonArray layers, ObjectReader reader)
    {
        List<Layer> made = [];
        for (int i = 0; i < layers.Count; i++)
        {
            JsonNode? node = layers[i];
            int first = layers.ToList().FindIndex(l => JsonNode.DeepEquals(l, node));
            made.Add(first < i && node?["config"]?["name"] is not null ? made[first] : (Layer)reader.Read(node, typeof(Layer), "Sequential.layers")!);
        }

        return made;
    }
}
