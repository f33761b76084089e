using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>A table of vectors: each whole number of the input becomes a row.</summary>
/// <param name="inputDim">Number of rows: inputs go from 0 to <c>inputDim - 1</c>.</param>
/// <param name="outputDim">Length of a row.</param>
/// <param name="embeddingsInitializer">How the table starts; <c>"uniform"</c> by default.</param>
/// <param name="embeddingsRegularizer">Penalty on the table; null for none.</param>
/// <param name="embeddingsConstraint">Projection of the table after each update; null for none.</param>
/// <param name="maskZero">Whether the input 0 means that there is nothing: later layers skip it. Then no word may have number 0.</param>
/// <param name="weights">The table itself, (inputDim, outputDim); null to start from the initializer.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="activityRegularizer">Penalty on the output; null for none.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <param name="inputLength">Length of the input: Keras 2's spelling of <paramref name="inputShape"/> with one axis.</param>
/// <param name="batchInputShape">Shape of the input with the batch: Keras 2's spelling of an <c>Input</c> with <c>batchShape</c>.</param>
/// <remarks>From (batch, ...) to (batch, ..., outputDim). Weight: embeddings (inputDim, outputDim).</remarks>
/// <example>
/// <code>
/// var model = new Sequential([new Embedding(10000, 16, maskZero: true), new GlobalAveragePooling1D(), new Dense(1, activation: "sigmoid")]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/core_layers/embedding/"/>
public class Embedding(
    int inputDim,
    int outputDim,
    Initializer? embeddingsInitializer = null,
    Regularizer? embeddingsRegularizer = null,
    Constraint? embeddingsConstraint = null,
    bool maskZero = false,
    [ConfigName(null)] Tensor? weights = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Regularizer? activityRegularizer = null,
    Shape? inputShape = null,
    [ConfigName(null)] int? inputLength = null,
    [ConfigName(null)] Shape? batchInputShape = null)
    : Layer(name, trainable, dtype, activityRegularizer, inputShape ?? (inputLength is { } n ? Shape.Of(n) : batchInputShape is { } whole ? whole[1..] : (Shape?)null))
{
    /// <summary>Number of rows.</summary>
    public int InputDim { get; } = Guard.Positive(inputDim, "Embedding", "inputDim");

    /// <summary>Length of a row.</summary>
    public int OutputDim { get; } = Guard.Positive(outputDim, "Embedding", "outputDim");

    /// <summary>How the table starts.</summary>
    public Initializer EmbeddingsInitializer { get; } = embeddingsInitializer ?? "uniform";

    /// <summary>Penalty on the table.</summary>
    public Regularizer? EmbeddingsRegularizer { get; } = embeddingsRegularizer;

    /// <summary>Projection of the table after each update.</summary>
    public Constraint? EmbeddingsConstraint { get; } = embeddingsConstraint;

    /// <summary>Shape of the input with the batch, as given at construction.</summary>
    public Shape? BatchInputShape { get; } = batchInputShape;

    internal override int? FirstBatchSize => BatchInputShape?.At(0);

    /// <summary>Whether the input 0 means that there is nothing.</summary>
    public bool MaskZero { get; } = maskZero;

    /// <summary>Length of the input, as given at construction.</summary>
    public int? InputLength { get; } = inputLength;

    /// <summary>The table (inputDim, outputDim); null before the layer is built.</summary>
    public Variable? Embeddings { get; private set; }

    /// <inheritdoc/>
    public override bool SupportsMasking => MaskZero;

    internal override DType FirstInputDType => DType.Int32;

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        Embeddings = AddWeight("embeddings", (InputDim, OutputDim), EmbeddingsInitializer, EmbeddingsRegularizer, EmbeddingsConstraint);
        if (weights is not null)
        {
            Embeddings.Assign(weights);
        }

        base.Build(inputShape);
    }

    /// <inheritdoc/>
    public override Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> previousMask) => MaskZero ? Ops.NotEqual(inputs[0], 0) : null;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        string place = $"Embedding '{Name}'";
        Tensor rows = IndexChecks.Whole(place, "inputs", inputs);
        rows = inputs.DType is DType.UInt8 or DType.UInt16 or DType.UInt32 ? rows : Ops.Where(Ops.Less(rows, 0), Ops.Add(rows, InputDim), rows);
        return Ops.Look(Embeddings!, rows, 0, new(place, "inputs"));
    }
}
