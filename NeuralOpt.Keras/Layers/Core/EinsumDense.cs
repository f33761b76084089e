using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>A fully connected layer along any axes: <c>activation(einsum(equation, x, kernel) + bias)</c>.</summary>
/// <param name="equation">Einstein summation of input and kernel, such as <c>"abc,cd-&gt;abd"</c>; <c>...</c> stands for axes in common.</param>
/// <param name="outputShape">Shape of the output without the batch (and without the axes of an ellipsis); null for lengths that the equation gives.</param>
/// <param name="activation">Applied to the result; null for none.</param>
/// <param name="biasAxes">Letters of the output's axes along which a bias is added; null for none.</param>
/// <param name="kernelInitializer">How the kernel starts; <c>"glorot_uniform"</c> by default.</param>
/// <param name="biasInitializer">How the bias starts; <c>"zeros"</c> by default.</param>
/// <param name="kernelRegularizer">Penalty on the kernel; null for none.</param>
/// <param name="biasRegularizer">Penalty on the bias; null for none.</param>
/// <param name="kernelConstraint">Projection of the kernel after each update; null for none.</param>
/// <param name="biasConstraint">Projection of the bias after each update; null for none.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="activityRegularizer">Penalty on the output; null for none.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>Weights: kernel, and bias if there are bias axes, of the lengths that the equation and the shapes give.</remarks>
/// <example>
/// <code>
/// var heads = new EinsumDense("abc,cde-&gt;abde", outputShape: (null, 8, 64), biasAxes: "de");
/// Tensor q = heads.Apply(Ops.Ones((2, 10, 512)));     // (2, 10, 8, 64)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/core_layers/einsum_dense/"/>
public class EinsumDense(
    string equation,
    Shape outputShape,
    ActivationSpec? activation = null,
    string? biasAxes = null,
    Initializer? kernelInitializer = null,
    Initializer? biasInitializer = null,
    Regularizer? kernelRegularizer = null,
    Regularizer? biasRegularizer = null,
    Constraint? kernelConstraint = null,
    Constraint? biasConstraint = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Regularizer? activityRegularizer = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, activityRegularizer, inputShape)
{
    /// <summary>The layer with a function as its activation: <c>activation: Activations.Relu</c>, <c>activation: x =&gt; x * 2</c>.</summary>
    /// <inheritdoc cref="EinsumDense" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public EinsumDense(
        string equation,
        Shape outputShape,
        Func<Tensor, Tensor>? activation = null,
        string? biasAxes = null,
        Initializer? kernelInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? biasConstraint = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Regularizer? activityRegularizer = null,
        Shape? inputShape = null)
        : this(equation, outputShape, (ActivationSpec?)activation, biasAxes, kernelInitializer, biasInitializer, kernelRegularizer,
            biasRegularizer, kernelConstraint, biasConstraint, name, trainable, dtype, activityRegularizer, inputShape)
    {
    }

    private readonly EinsumEquation _equation = EinsumEquation.Parse(equation);

    /// <summary>Einstein summation of input and kernel.</summary>
    public string Equation { get; } = equation;

    /// <summary>Shape of the output without the batch.</summary>
    public Shape OutputShape { get; } = outputShape;

    /// <summary>Applied to the result.</summary>
    public ActivationSpec Activation { get; } = activation ?? "linear";

    /// <summary>Letters of the output's axes along which a bias is added.</summary>
    public string? BiasAxes { get; } = biasAxes;

    /// <summary>How the kernel starts.</summary>
    public Initializer KernelInitializer { get; } = kernelInitializer ?? "glorot_uniform";

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

    /// <summary>The kernel; null before the layer is built.</summary>
    public Variable? Kernel { get; private set; }

    /// <summary>The bias; null before the layer is built, and without bias axes.</summary>
    public Variable? Bias { get; private set; }

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        Dictionary<char, int?> lengths = _equation.Lengths(inputShape, OutputShape);
        Kernel = AddWeight("kernel", _equation.Kernel.Select(c => lengths[c]).ToArray(), KernelInitializer, KernelRegularizer, KernelConstraint);
        Bias = BiasAxes is { } axes
            ? AddWeight("bias", _equation.BiasShape(axes, lengths), BiasInitializer, BiasRegularizer, BiasConstraint)
            : null;
        base.Build(inputShape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        Tensor y = Ops.Einsum(Equation, inputs, Kernel!);
        return Activation.Apply(Bias is null ? y : y + Bias);
    }
}
