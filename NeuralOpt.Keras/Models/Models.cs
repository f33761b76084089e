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
    /// <param name="customObjects">Classes (<c>typeof(MyLayer)</c>) and functions of your own by name, besides those that were registered.</param>
    /// <returns>The model, compiled if the text says how.</returns>
    /// <exception cref="InvalidModelException">The text is not JSON, or not that of a model.</exception>
    /// <seealso href="https://keras.io/api/models/model_saving_apis/model_config_serialization/#model_from_json-function"/>
    public static Model ModelFromJson(string jsonString, IReadOnlyDictionary<string, object>? customObjects = null)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(Guard.NotNull(jsonString));
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
    /// <param name="inputTensors">Symbolic tensors that become the inputs, such as an <c>Input</c> of another shape; new ones by default.</param>
    /// <param name="cloneFunction">Makes the layer that takes a layer's place; by default one with the same config.</param>
    /// <param name="callFunction">Applies the layer that took the place to the inputs of a call; by default <c>layer.ApplyMany(inputs)</c>. For functional models.</param>
    /// <param name="recursive">Whether <paramref name="cloneFunction"/> is asked for the layers of models inside, too.</param>
    /// <returns>The new model; it is not compiled.</returns>
    /// <exception cref="ArgumentException">The model is of a class of your own, whose code cannot be followed, or inputs do not fit.</exception>
    /// <seealso href="https://keras.io/api/models/model_saving_apis/model_config_serialization/#clone_model-function"/>
    public static Model CloneModel(
        Model model,
        Tensors? inputTensors = null,
        Func<Layer, Layer>? cloneFunction = null,
        Func<Layer, Tensors, Tensors>? callFunction = null,
        bool recursive = false)
    {
        Guard.NotNull(model);
        Func<Layer, Layer> make = cloneFunction ?? Clone;
        Dictionary<Layer, Layer> copies = [];
        if (inputTensors is not null && inputTensors.Count != (model.Graph?.Inputs.Count ?? 1))
        {
            throw new KerasArgumentException($"CloneModel: inputTensors must be as many as the model's inputs, {model.Graph?.Inputs.Count ?? 1}. Received: {inputTensors.Count}.");
        }

        if (model is Sequential sequential)
        {
            if (callFunction is not null)
            {
                throw new KerasArgumentException("CloneModel: callFunction is for functional models. Received: a Sequential.");
            }

            IEnumerable<Layer> layers = inputTensors is null
                ? sequential.AllLayers.Select(Once)
                : sequential.Layers.Select(Once).Prepend(new InputLayer(batchShape: inputTensors[0].Shape, dtype: inputTensors[0].DType.Name()));
            return new Sequential(layers, model.Trainable, model.Name);
        }

        if (model.Graph is not { } graph)
        {
            throw new KerasArgumentException($"CloneModel: the model must be Sequential or functional. Received: a {model.GetType().Name}.");
        }

        Tensors inputs = inputTensors ?? graph.Inputs.Map(t => ((InputLayer)Clone(graph.CallOf(t).Layer)).Output);
        return new Model(inputs, graph.Run(inputs, Once, callFunction), model.Name, model.Trainable);

        // A layer that is called twice has one copy that is called twice.
        Layer Once(Layer layer) => copies.TryGetValue(layer, out Layer? made) ? made : copies[layer] = layer is InputLayer ? Clone(layer) : Copy(layer);

        Layer Copy(Layer layer) => recursive && cloneFunction is not null && (layer is Sequential or Model { Graph: not null })
            ? CloneModel((Model)layer, null, cloneFunction, callFunction, recursive)
            : make(layer);
    }

    // What holds a function and no weights serves both models.
    private static Layer Clone(Layer layer) => layer switch
    {
        Lambda or OpLayer => layer,
        Sequential or Model { Graph: not null } => CloneModel((Model)layer),
        _ => ObjectConfig.Clone(layer),
    };
}
