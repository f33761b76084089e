using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Layers;

/// <summary>The place where data enters a model. <see cref="Input"/> makes one.</summary>
/// <param name="shape">Shape of the input without the batch axis; not with <paramref name="batchShape"/>.</param>
/// <param name="batchSize">Length of the batch axis; null for any.</param>
/// <param name="dtype">Type of the elements, <c>"float32"</c> by default.</param>
/// <param name="batchShape">Shape of the input with the batch axis; not with <paramref name="shape"/>.</param>
/// <param name="name">Name of the layer.</param>
/// <seealso href="https://keras.io/api/layers/core_layers/input/"/>
public sealed class InputLayer(Shape? shape = null, int? batchSize = null, string? dtype = null, Shape? batchShape = null, string? name = null)
    : Layer(name, dtype: dtype)
{
    private KerasTensor? _output;

    /// <summary>Shape of the input without the batch axis.</summary>
    public Shape? Shape { get; } = Check(shape, batchShape) ?? batchShape!.Value[1..];

    /// <summary>Length of the batch axis; null for any.</summary>
    public int? BatchSize { get; } = batchShape is { } b ? b.At(0) : batchSize;

    /// <summary>Shape of the input with the batch axis.</summary>
    public Shape? BatchShape { get; } = batchShape ?? Keras.Shape.Of(batchSize).Concat(shape ?? default);

    /// <summary>The symbolic tensor that stands for the data.</summary>
    public override KerasTensor Output => _output ??= MakeOutput();

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape inputShape) => inputShape;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => inputs;

    /// <inheritdoc/>
    public override JsonObject GetConfig() => new()
    {
        ["batch_shape"] = new JsonArray([.. BatchShape!.Value.Select(static d => d is { } n ? (JsonNode?)JsonValue.Create(n) : null)]),
        ["dtype"] = Dtype,
        ["sparse"] = false,
        ["ragged"] = false,
        ["name"] = Name,
        ["optional"] = false,
    };

    /// <summary>Keras 3 writes the whole shape; Keras 2 called it <c>batch_input_shape</c>.</summary>
    internal static InputLayer FromConfig(JsonObject config, ObjectReader reader)
    {
        JsonNode shape = config["batch_shape"] ?? config["batch_input_shape"] ?? throw new InvalidModelException(
            $"InputLayer: a config must have the key 'batch_shape'. Received keys: {string.Join(", ", config.Select(static p => p.Key))}.");
        return new(
            dtype: (string?)reader.Read(config["dtype"], typeof(string), "InputLayer.dtype"),
            batchShape: (Shape)reader.Read(shape, typeof(Shape), "InputLayer.batch_shape")!,
            name: (string?)reader.Read(config["name"], typeof(string), "InputLayer.name"));
    }

    private KerasTensor MakeOutput()
    {
        MarkBuilt([BatchShape!.Value]);
        return new LayerCall(this, (Tensor[])[], training: null, mask: null, [new(BatchShape!.Value, ComputeDType)]).Outputs[0];
    }

    private static Shape? Check(Shape? shape, Shape? batchShape)
        => (shape is null) != (batchShape is null)
            ? shape
            : throw new KerasArgumentException($"Input: either shape or batchShape must be given. Received: {shape?.ToString() ?? "null"} and {batchShape?.ToString() ?? "null"}.");
}
