using System.Text.Json.Nodes;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras;

[KerasName(ClassName = "Functional", Module = "keras.src.models.functional")]
public partial class Model
{
    /// <summary>The layers and how they are connected, as Keras writes a functional model; for a class of your own, the constructor's arguments.</summary>
    public override JsonObject GetConfig() => GetType() == typeof(Model) ? FunctionalConfig.Write(this) : base.GetConfig();

    /// <summary>The model without its weights as Keras's JSON.</summary>
    /// <returns>What <see cref="Models.ModelFromJson"/> reads.</returns>
    /// <seealso href="https://keras.io/api/models/model_saving_apis/model_config_serialization/#to_json-method"/>
    public string ToJson() => Saving.SerializeKerasObject(this)!.ToJsonString();

    /// <inheritdoc/>
    public override string ToString() => $"<{Registry.ClassName(GetType())} name={Name}, built={Built}>";

    internal static Model FromConfig(JsonObject config, ObjectReader reader) => FunctionalConfig.Read(config, reader);

    private protected override JsonObject? BuildConfig()
        => GetType() == typeof(Model) ? new JsonObject { ["input_shape"] = null } : base.BuildConfig();
}
