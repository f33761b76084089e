using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

/// <summary>Objects and models to and from Keras's own form: <c>keras.saving</c>.</summary>
/// <seealso href="https://keras.io/api/models/model_saving_apis/"/>
public static partial class Saving
{
    /// <summary>Makes a class of your own known, so that configs and files may name it.</summary>
    /// <typeparam name="T">The class: a layer, loss, metric, optimizer, initializer, regularizer, constraint.</typeparam>
    /// <param name="package">Where it belongs; the registered name is <c>package&gt;name</c>.</param>
    /// <param name="name">Its name; that of the class by default.</param>
    /// <remarks>No file can name a class that was not registered.</remarks>
    /// <seealso href="https://keras.io/api/models/model_saving_apis/serialization_utils/#register_keras_serializable-function"/>
    public static void RegisterKerasSerializable<T>(string package = "Custom", string? name = null) where T : class
        => Registry.Register(typeof(T), package, name ?? typeof(T).Name);

    /// <summary>Makes a function of your own known, such as a loss, a metric or an activation, so that configs and files may name it.</summary>
    /// <param name="function">A method or a lambda; give it as it is.</param>
    /// <param name="package">Where it belongs; the registered name is <c>package&gt;name</c>.</param>
    /// <param name="name">Its name; the method's in snake case by default.</param>
    /// <seealso href="https://keras.io/api/models/model_saving_apis/serialization_utils/#register_keras_serializable-function"/>
    public static void RegisterKerasSerializable(Delegate function, string package = "Custom", string? name = null)
        => Registry.Register(function, package, name ?? FunctionName.Of(function));

    /// <summary>Writes an object as Keras 3 does: module, class name, config, registered name, and what it was built with.</summary>
    /// <param name="obj">A layer, loss, metric, optimizer or the like; a number, text, list or null is written as itself.</param>
    /// <returns>The JSON.</returns>
    /// <seealso href="https://keras.io/api/models/model_saving_apis/serialization_utils/#serialize_keras_object-function"/>
    public static JsonNode? SerializeKerasObject(object? obj) => ConfigWriter.Write(obj);

    /// <summary>Makes an object from the form that <see cref="SerializeKerasObject"/> writes.</summary>
    /// <param name="config">The JSON; plain values are returned as themselves.</param>
    /// <param name="customObjects">Classes (<c>typeof(MyLayer)</c>) and functions of your own by name, besides those that were registered.</param>
    /// <param name="safeMode">Accepted as in Keras, where false allows code in a config to run; here it never does.</param>
    /// <returns>The object.</returns>
    /// <exception cref="UnknownLayerException">A class is neither Keras's nor known.</exception>
    /// <exception cref="InvalidModelException">A key or value does not fit its class, or the JSON is nested too deeply.</exception>
    /// <remarks>Nothing in the JSON is run, and no type is looked up by a name that it gives.</remarks>
    /// <seealso href="https://keras.io/api/models/model_saving_apis/serialization_utils/#deserialize_keras_object-function"/>
    public static object? DeserializeKerasObject(JsonNode? config, IReadOnlyDictionary<string, object>? customObjects = null, bool safeMode = true)
        => new ObjectReader(customObjects).Read(config, typeof(object), "Config");
}
