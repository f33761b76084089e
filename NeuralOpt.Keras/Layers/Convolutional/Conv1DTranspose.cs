using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Transposed convolution over steps: windows spread instead of gather, so that the output is longer.</summary>
/// <param name="filters">Number of output channels, at least 1.</param>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="strides">Stride in the output; 1 by default.</param>
/// <param name="padding"><c>"valid"</c> (default), or <c>"same"</c>: the output is as long as the input times the strides.</param>
/// <param name="outputPadding">Elements more at the end of each spatial axis, less than the strides; null for Keras's rule.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="dilationRate">Dilation rate of the window; 1 by default.</param>
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
/// <remarks>From (batch, steps, channels) to (batch, longer steps, filters). Weights: kernel (window, filters, channels), bias (filters).</remarks>
/// <example>
/// <code>
/// Tensor z = new Conv1DTranspose(8, 3, strides: 2, padding: "same").Apply(Ops.Ones((1, 10, 16)));        // (1, 20, 8)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/convolution_layers/convolution1d_transpose/"/>
[KerasName("Convolution1DTranspose")]
public class Conv1DTranspose(
    int filters,
    Shape kernelSize,
    Shape? strides = null,
    string padding = "valid",
    Shape? outputPadding = null,
    string? dataFormat = null,
    Shape? dilationRate = null,
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
    Shape? inputShape = null)
    : BaseConvTranspose(
        1, filters, kernelSize, strides, padding, outputPadding, dataFormat, dilationRate, activation, useBias, kernelInitializer, biasInitializer,
        kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint, name, trainable, dtype, inputShape)
{
    /// <summary>The layer with a function as its activation: <c>activation: Activations.Relu</c>, <c>activation: x =&gt; x * 2</c>.</summary>
    /// <inheritdoc cref="Conv1DTranspose" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public Conv1DTranspose(
        int filters,
        Shape kernelSize,
        Shape? strides = null,
        string padding = "valid",
        Shape? outputPadding = null,
        string? dataFormat = null,
        Shape? dilationRate = null,
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
        Shape? inputShape = null)
        : this(filters, kernelSize, strides, padding, outputPadding, dataFormat, dilationRate, (ActivationSpec?)activation, useBias,
            kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint,
            biasConstraint, name, trainable, dtype, inputShape)
    {
    }
}
