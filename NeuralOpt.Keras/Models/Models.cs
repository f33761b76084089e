using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras;

/// <summary>Functions that make models: <c>keras.models</c>.</summary>
/// <seealso href="https://keras.io/api/models/"/>
public static class Models
{
    /// <summary>Makes a model from the JSON that <see cref="Model.ToJson"/> wrote; the weights start anew.</summary>
    /// <param name="jsonString">The text.</param>
    /// <param name="customObjects">Classes of your own by name, besides those that were registered.</param>
    /// <returns>The model, compiled if the text says how.</returns>
    /// <exception cref="InvalidModelException">The text is not JSON, or not that of a model.</exception>
    /// <seealso href="https://keras.io/api/models/model_saving_apis/model_config_serialization/#model_from_json-function"/>
    public static Model ModelFromJson(string jsonString, IReadOnlyDictionary<string, Type>? customObjects = null)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(jsonString);
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"ModelFromJson: the text must be JSON. Received: {e.Message}", e);
        }

        return Saving.DeserializeKerasObject(json, customObjects) as Model
            ?? throw new InvalidModelException("ModelFromJson: the JSON must describe a model. Received: something else.");
    }

    /// <summary>Makes a model of the same layers with weights that start anew.</summary>
    /// <param name="model">A <see cref="Sequential"/> or functional model.</param>
    /// <param name="cloneFunction">Makes the layer that takes a layer's place; by default one with the same config.</param>
    /// <returns>The new model; it is not compiled.</returns>
    /// <exception cref="ArgumentException">The model is of a class of your own, whose code cannot be followed.</exception>
    /// <seealso href="https://keras.io/api/models/model_saving_apis/model_config_serialization/#clone_model-function"/>
    public static Model CloneModel(Model model, Func<Layer, Layer>? cloneFunction = null)
    {
        Func<Layer, Layer> make = cloneFunction ?? Clone;
        Dictionary<Layer, Layer> copies = [];
        if (model is Sequential sequential)
        {
            return new Sequential(sequential.AllLayers.Select(Once), model.Name, model.Trainable);
        }

        if (model.Graph is not { } graph)
        {
            throw new KerasArgumentException($"CloneModel: the model must be Sequential or functional. Received: a {model.GetType().Name}.");
        }

        Tensors inputs = graph.Inputs.Map(t => ((InputLayer)Clone(graph.CallOf(t).Layer)).Output);
        return new Model(inputs, graph.Run(inputs, Once), model.Name, model.Trainable);

        // A layer that is called twice has one copy that is called twice.
        Layer Once(Layer layer) => copies.TryGetValue(layer, out Layer? made) ? made : copies[layer] = layer is InputLayer ? Clone(layer) : make(layer);
    }

    // What holds a function and no weights serves both models.
    private static Layer Clone(Layer layer) => layer switch
    {
        Lambda or OpLayer => layer,
        Sequential or Model { Graph: not null } => CloneModel((Model)layer),
        _ => ObjectConfig.Clone(layer),
    };
}
