namespace NeuralOpt.Keras.Layers;

/// <summary>The input of a model: first in a <see cref="Sequential"/> list, or the start of a functional model.</summary>
/// <param name="shape">Shape of the input without the batch axis, such as <c>(28, 28, 1)</c>; not with <paramref name="batchShape"/>.</param>
/// <param name="batchSize">Length of the batch axis; null for any.</param>
/// <param name="dtype">Type of the elements, <c>"float32"</c> by default.</param>
/// <param name="batchShape">Shape of the input with the batch axis; not with <paramref name="shape"/>.</param>
/// <param name="name">Name of the input; <c>"input_layer"</c>, counted up, by default.</param>
/// <seealso href="https://keras.io/api/layers/core_layers/input/"/>
public sealed class Input(Shape? shape = null, int? batchSize = null, string? dtype = null, Shape? batchShape = null, string? name = null)
{
    /// <summary>The layer behind it.</summary>
    public InputLayer Layer { get; } = new(shape, batchSize, dtype, batchShape, name);

    /// <summary>The symbolic tensor that stands for the data.</summary>
    public KerasTensor Tensor => Layer.Output;

    /// <summary>Shape of the input with the batch axis.</summary>
    public Shape Shape => Layer.BatchShape!.Value;

    /// <summary>The layer, for a Sequential list.</summary>
    /// <param name="input">An input.</param>
    public static implicit operator Layer(Input input) => input.Layer;

    /// <summary>The symbolic tensor, to which ops and layers apply.</summary>
    /// <param name="input">An input.</param>
    public static implicit operator Tensor(Input input) => input.Layer.Output;

    /// <summary>The symbolic tensor, to which layers apply.</summary>
    /// <param name="input">An input.</param>
    public static implicit operator Tensors(Input input) => input.Layer.Output;
}
