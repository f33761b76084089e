using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Convolution over height and width: <c>activation(conv(x, kernel) + bias)</c>.</summary>
/// <param name="filters">Number of output channels, at least 1.</param>
/// <param name="kernelSize">Size of the window, one number or one for each axis.</param>
/// <param name="strides">Stride of the windows; 1 by default.</param>
/// <param name="padding"><c>"valid"</c> (default): windows lie inside; <c>"same"</c>: zeros around, so that stride 1 keeps the length.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="dilationRate">Dilation rate of the window; 1 by default.</param>
/// <param name="groups">Number of groups into which the channels fall, each convolved on its own; 1 by default.</param>
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
/// <param name="weights">Kernel and bias to start from, as Keras 2 took them; null to start from the initializers.</param>
/// <remarks>From (batch, height, width, channels) to (batch, height, width, filters). Weights: kernel (height, width, channels / groups, filters), bias (filters).</remarks>
/// <example>
/// <code>
/// var model = new Sequential(
/// [
///     new Input((28, 28, 1)),
///     new Conv2D(32, (3, 3), activation: "relu"),
///     new MaxPooling2D(),
///     new Flatten(),
///     new Dense(10, activation: "softmax"),
/// ]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/convolution_layers/convolution2d/"/>
[KerasName("Convolution2D")]
public class Conv2D(
    int filters,
    Shape kernelSize,
    Shape? strides = null,
    string padding = "valid",
    string? dataFormat = null,
    Shape? dilationRate = null,
    int groups = 1,
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
    [ConfigName(null)] IReadOnlyList<Tensor>? weights = null)
    : BaseConv(
        2, filters, kernelSize, strides, padding, dataFormat, dilationRate, groups, activation, useBias, kernelInitializer, biasInitializer,
        kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint, name, trainable, dtype, inputShape)
{
    /// <summary>The layer with a function as its activation: <c>activation: Activations.Relu</c>, <c>activation: x =&gt; x * 2</c>.</summary>
    /// <inheritdoc cref="Conv2D" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public Conv2D(
        int filters,
        Shape kernelSize,
        Shape? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Shape? dilationRate = null,
        int groups = 1,
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
        IReadOnlyList<Tensor>? weights = null)
        : this(filters, kernelSize, strides, padding, dataFormat, dilationRate, groups, (ActivationSpec?)activation, useBias,
            kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint,
            biasConstraint, name, trainable, dtype, inputShape, weights)
    {
    }

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        base.Build(inputShape);
        if (weights is not null)
        {
            SetWeights(weights);
        }
    }
}
