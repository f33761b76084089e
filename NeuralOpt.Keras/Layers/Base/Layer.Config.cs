using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Layers;

public abstract partial class Layer
{
    /// <summary>The constructor's arguments under Keras's keys, from which the layer can be made again.</summary>
    /// <returns>For a class of your own, derived from the one public constructor and the properties of the same names; override it for anything else.</returns>
    /// <seealso href="https://keras.io/api/layers/base_layer/#get_config-method"/>
    public virtual JsonObject GetConfig() => ObjectConfig.Get(this);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);

    JsonObject? IConfigurable.GetBuildConfig() => BuildConfig();

    void IConfigurable.BuildFromConfig(JsonObject config) => BuildFrom(config);

    /// <summary>With what it was built; null if it was not, or has nothing to build.</summary>
    private protected virtual JsonObject? BuildConfig()
        => !Built || BuildShapes is null || this is InputLayer ? null : new JsonObject
        {
            ["input_shape"] = BuildShapes is [var one] ? ConfigWriter.Write(one) : ConfigWriter.Write(BuildShapes),
        };

    /// <summary>Builds the layer from what <see cref="BuildConfig"/> gave.</summary>
    private protected virtual void BuildFrom(JsonObject config)
    {
        if (Built || config["input_shape"] is not JsonArray shape)
        {
            return;
        }

        Shape[] shapes = shape.Count > 0 && shape.All(static s => s is JsonArray)
            ? (Shape[])new ObjectReader().Read(shape, typeof(Shape[]), $"{GetType().Name}.build_config")!
            : [(Shape)new ObjectReader().Read(shape, typeof(Shape), $"{GetType().Name}.build_config")!];
        Build(shapes);
        MarkBuilt(shapes);
    }
}
