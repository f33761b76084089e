using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Layers;

/// <summary>The place where data enters a model. <see cref="Input"/> makes one.</summary>
/// <param name="shape">Shape of the input without the batch axis; not with <paramref name="batchShape"/>.</param>
/// <param name="batchSize">Length of the batch axis; null for any.</param>
/// <param name="dtype">Type of the elements, <c>"float32"</c> by default.</param>
/// <param name="sparse">Must not be true: tensors are dense here.</param>
/// <param name="ragged">Must not be true: rows have one length here.</param>
/// <param name="batchShape">Shape of the input with the batch axis; not with <paramref name="shape"/>.</param>
/// <param name="inputTensor">A tensor whose shape and dtype the input takes; not with a shape.</param>
/// <param name="optional">Must be false: a model is given all of its inputs.</param>
/// <param name="name">Name of the layer.</param>
/// <param name="inputShape">Keras 2's spelling of <paramref name="shape"/>.</param>
/// <param name="batchInputShape">Keras 2's spelling of <paramref name="batchShape"/>.</param>
/// <example>
/// <code>
/// var model = new Sequential([new InputLayer((28, 28, 1)), new Flatten(), new Dense(10)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/core_layers/input/"/>
public class InputLayer(
    Shape? shape = null,
    int? batchSize = null,
    string? dtype = null,
    bool? sparse = null,
    bool? ragged = null,
    [ConfigName(null)] Shape? batchShape = null,
    [ConfigName(null)] Tensor? inputTensor = null,
    bool optional = false,
    string? name = null,
    [ConfigName(null)] Shape? inputShape = null,
    [ConfigName(null)] Shape? batchInputShape = null)
    : Layer(name, dtype: dtype ?? inputTensor?.DType.Name())
{
    private readonly Shape _whole = Whole(shape ?? inputShape, batchSize, batchShape ?? batchInputShape, inputTensor);
    private KerasTensor? _output;

    /// <summary>Shape of the input without the batch axis.</summary>
    public Shape? Shape => _whole[1..];

    /// <summary>Length of the batch axis; null for any.</summary>
    public int? BatchSize => _whole.At(0);

    /// <summary>Shape of the input with the batch axis.</summary>
    public Shape? BatchShape => _whole;

    /// <summary>Whether sparse tensors come in: never.</summary>
    public bool Sparse { get; } = Never(sparse, "sparse", "tensors are dense here");

    /// <summary>Whether rows of different lengths come in: never.</summary>
    public bool Ragged { get; } = Never(ragged, "ragged", "rows must have one length; pad them");

    /// <summary>Whether the input may be left out: never.</summary>
    public bool Optional { get; } = Never(optional, "optional", "a model is given all of its inputs");

    /// <summary>The tensor whose shape and dtype the input took; null where a shape was given.</summary>
    public Tensor? InputTensor { get; } = inputTensor;

    /// <summary>Keras 2's name of <see cref="BatchShape"/>.</summary>
    public Shape? BatchInputShape => _whole;

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

    private static Shape Whole(Shape? shape, int? batchSize, Shape? batchShape, Tensor? tensor)
    {
        if (tensor is not null)
        {
            return shape is null && batchShape is null && tensor.Rank > 0 ? tensor.Shape : throw new KerasArgumentException(
                $"Input: a tensor must have a batch axis and be given without a shape. Received: a tensor of shape {tensor.Shape}, shape {shape?.ToString() ?? "null"} and batchShape {batchShape?.ToString() ?? "null"}.");
        }

        return (shape is null) != (batchShape is null)
            ? batchShape ?? Keras.Shape.Of(batchSize).Concat(shape ?? default)
            : throw new KerasArgumentException($"Input: either shape or batchShape must be given. Received: {shape?.ToString() ?? "null"} and {batchShape?.ToString() ?? "null"}.");
    }

    private static bool Never(bool? value, string argument, string why)
        => value is not true ? false : throw new KerasNotSupportedException($"Input: {argument} must not be true: {why}. Received: true.");
}
