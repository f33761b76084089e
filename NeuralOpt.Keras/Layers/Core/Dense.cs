using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>A fully connected layer: <c>activation(x @ kernel + bias)</c>.</summary>
/// <param name="units">Length of the output's last axis, at least 1.</param>
/// <param name="activation">Applied to the result; null for none.</param>
/// <param name="useBias">Whether a bias is added; true by default.</param>
/// <param name="kernelInitializer">How the kernel starts; <c>"glorot_uniform"</c> by default.</param>
/// <param name="biasInitializer">How the bias starts; <c>"zeros"</c> by default.</param>
/// <param name="kernelRegularizer">Penalty on the kernel; null for none.</param>
/// <param name="biasRegularizer">Penalty on the bias; null for none.</param>
/// <param name="activityRegularizer">Penalty on the output; null for none.</param>
/// <param name="kernelConstraint">Projection of the kernel after each update; null for none.</param>
/// <param name="biasConstraint">Projection of the bias after each update; null for none.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <param name="inputDim">Length of the input's last axis: Keras 2's spelling of <paramref name="inputShape"/> with one axis.</param>
/// <param name="init">Keras 1's spelling of <paramref name="kernelInitializer"/>.</param>
/// <remarks>
/// From (batch, ..., n) to (batch, ..., units). Weights: kernel (n, units), bias (units).
/// An input of more than two axes is multiplied along its last axis.
/// </remarks>
/// <example>
/// <code>
/// var model = new Sequential([new Input(784), new Dense(128, activation: "relu"), new Dense(10, activation: "softmax")]);
/// Tensor probabilities = model.Predict(Ops.Zeros((1, 784)));     // (1, 10)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/core_layers/dense/"/>
public class Dense(
    int units,
    ActivationSpec? activation = null,
    bool useBias = true,
    Initializer? kernelInitializer = null,
    Initializer? biasInitializer = null,
    Regularizer? kernelRegularizer = null,
    Regularizer? biasRegularizer = null,
    Regularizer? activityRegularizer = null,
    Constraint? kernelConstraint = null,
    Constraint? biasConstraint = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null,
    [ConfigName(null)] int? inputDim = null,
    [ConfigName(null)] Initializer? init = null)
    : Layer(name, trainable, dtype, activityRegularizer, inputShape ?? (inputDim is { } n ? Shape.Of(n) : (Shape?)null))
{
    /// <summary>The layer with a function as its activation: <c>activation: Activations.Relu</c>, <c>activation: x =&gt; x * 2</c>.</summary>
    /// <inheritdoc cref="Dense" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public Dense(
        int units,
        Func<Tensor, Tensor>? activation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? biasConstraint = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Shape? inputShape = null,
        int? inputDim = null,
        Initializer? init = null)
        : this(units, (ActivationSpec?)activation, useBias, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer,
            activityRegularizer, kernelConstraint, biasConstraint, name, trainable, dtype, inputShape, inputDim, init)
    {
    }

    /// <summary>Length of the output's last axis.</summary>
    public int Units { get; } = Guard.Positive(units, "Dense", "units");

    /// <summary>Applied to the result.</summary>
    public ActivationSpec Activation { get; } = activation ?? "linear";

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; } = useBias;

    /// <summary>How the kernel starts.</summary>
    public Initializer KernelInitializer { get; } = kernelInitializer ?? init ?? "glorot_uniform";

    /// <summary>How the kernel starts: Keras 1's name.</summary>
    public Initializer Init => KernelInitializer;

    /// <summary>How the bias starts.</summary>
    public Initializer BiasInitializer { get; } = biasInitializer ?? "zeros";

    /// <summary>Penalty on the kernel.</summary>
    public Regularizer? KernelRegularizer { get; } = kernelRegularizer;

    /// <summary>Penalty on the bias.</summary>
    public Regularizer? BiasRegularizer { get; } = biasRegularizer;

    /// <summary>Projection of the kernel after each update.</summary>
    public Constraint? KernelConstraint { get; } = kernelConstraint;

    /// <summary>Projection of the bias after each update.</summary>
    public Constraint? BiasConstraint { get; } = biasConstraint;

    /// <summary>Length of the input's last axis, as given at construction.</summary>
    public int? InputDim { get; } = inputDim;

    /// <summary>The weights (n, units); null before the layer is built.</summary>
    public Variable? Kernel { get; private set; }

    /// <summary>The bias (units); null before the layer is built, and without one.</summary>
    public Variable? Bias { get; private set; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    public override IReadOnlyList<InputSpec> InputSpecs { get; protected set; } = [new() { MinNdim = 2 }];

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        int? last = inputShape.At(^1);
        Kernel = AddWeight("kernel", Shape.Of(last, Units), KernelInitializer, KernelRegularizer, KernelConstraint);
        Bias = UseBias ? AddWeight("bias", Units, BiasInitializer, BiasRegularizer, BiasConstraint) : null;
        InputSpecs = [new() { MinNdim = 2, Axes = new Dictionary<int, int?> { [-1] = last } }];
        base.Build(inputShape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        Tensor y = Ops.Matmul(inputs, Kernel!);
        return Activation.Apply(Bias is null ? y : y + Bias);
    }
}
