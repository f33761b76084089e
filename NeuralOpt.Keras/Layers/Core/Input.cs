using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Layers;

/// <summary>The input of a model: first in a <see cref="Sequential"/> list, or the start of a functional model.</summary>
/// <remarks>
/// It stands for its symbolic tensor wherever one is expected, and a variable that began as an input takes what layers made of it,
/// as in Python: <c>var x = new Input(4); x = new Dense(8).Apply(x); x = x + 1;</c>
/// </remarks>
/// <example>
/// <code>
/// var inputs = new Input((28, 28, 1));
/// var x = inputs;
/// foreach (int filters in new[] { 32, 64 })
/// {
///     x = new Conv2D(filters, 3, activation: "relu").Apply(x);
/// }
///
/// var model = new Model(inputs, new Dense(10, activation: "softmax").Apply(new Flatten().Apply(x)));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/core_layers/input/"/>
public sealed partial class Input
{
    private readonly InputLayer? _layer;

    /// <summary>Makes an input.</summary>
    /// <param name="shape">Shape of the input without the batch axis, such as <c>(28, 28, 1)</c>; not with <paramref name="batchShape"/>.</param>
    /// <param name="batchSize">Length of the batch axis; null for any.</param>
    /// <param name="dtype">Type of the elements, <c>"float32"</c> by default.</param>
    /// <param name="sparse">Must not be true: tensors are dense here.</param>
    /// <param name="ragged">Must not be true: rows have one length here; <c>Utils.PadSequences</c> gives them one.</param>
    /// <param name="batchShape">Shape of the input with the batch axis; not with <paramref name="shape"/>.</param>
    /// <param name="name">Name of the input; <c>"input_layer"</c>, counted up, by default.</param>
    /// <param name="tensor">A tensor whose shape and dtype the input takes; not with a shape.</param>
    /// <param name="optional">Must be false: a model is given all of its inputs.</param>
    public Input(
        Shape? shape = null,
        int? batchSize = null,
        string? dtype = null,
        bool? sparse = null,
        bool? ragged = null,
        Shape? batchShape = null,
        string? name = null,
        Tensor? tensor = null,
        bool optional = false)
    {
        _layer = new(shape, batchSize, dtype, sparse, ragged, batchShape, tensor, optional, name);
        Tensor = _layer.Output;
    }

    private Input(Tensor tensor) => Tensor = tensor;

    /// <summary>The layer behind it.</summary>
    /// <exception cref="InvalidOperationException">The variable has been given another tensor since it began as an input.</exception>
    public InputLayer Layer => _layer ?? throw new KerasInvalidOperationException(
        $"Input: only an input that was made by new Input has a layer. Received: the tensor {Tensor}.");

    /// <summary>The symbolic tensor that stands for the data, or what was made of it.</summary>
    public Tensor Tensor { get; }

    /// <summary>Shape with the batch axis.</summary>
    public Shape Shape => Tensor.Shape;

    /// <summary>Type of the elements.</summary>
    public DType DType => Tensor.DType;

    /// <summary>Number of axes, the batch included.</summary>
    public int Rank => Tensor.Rank;

    /// <summary>Elements, ranges, masks; see <see cref="Slice"/>.</summary>
    /// <param name="slices">One for each axis from the first on; axes that are left stay whole.</param>
    [IndexerName("Elements")]
    public Tensor this[params Slice?[] slices] => Tensor[slices];

    /// <summary>The same with one entry, which may be a list.</summary>
    /// <param name="slice">For the first axis; the others stay whole.</param>
    [OverloadResolutionPriority(1)]
    [IndexerName("Elements")]
    public Tensor this[Slice? slice] => Tensor[slice];

    /// <summary>The layer as the code that makes it; another tensor as it prints itself.</summary>
    public override string ToString() => _layer is { } layer ? layer.ToString().Replace(nameof(InputLayer), nameof(Input), StringComparison.Ordinal) : Tensor.ToString();

    /// <summary>The layer, for a Sequential list.</summary>
    /// <param name="input">An input; null stays null.</param>
    [return: NotNullIfNotNull(nameof(input))]
    public static implicit operator Layer?(Input? input) => input?.Layer;

    /// <summary>The symbolic tensor, to which ops and layers apply.</summary>
    /// <param name="input">An input; null stays null.</param>
    [return: NotNullIfNotNull(nameof(input))]
    public static implicit operator Tensor?(Input? input) => input?.Tensor;

    /// <summary>The symbolic tensor, to which layers apply.</summary>
    /// <param name="input">An input; null stays null.</param>
    [return: NotNullIfNotNull(nameof(input))]
    public static implicit operator Tensors?(Input? input) => input?.Tensor;

    /// <summary>What was made of an input, for a variable that began as one.</summary>
    /// <param name="tensor">Any tensor; null stays null.</param>
    [return: NotNullIfNotNull(nameof(tensor))]
    public static implicit operator Input?(Tensor? tensor) => tensor is null ? null : new(tensor);
}
