using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Convolution of each channel over height and width, then of all channels place by place.</summary>
/// <param name="filters">Number of output channels, at least 1.</param>
/// <param name="kernelSize">Size of the window, one number or one for each axis.</param>
/// <param name="strides">Stride of the windows; 1 by default.</param>
/// <param name="padding"><c>"valid"</c> (default): windows lie inside; <c>"same"</c>: zeros around, so that stride 1 keeps the length.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="dilationRate">Dilation rate of the window; 1 by default.</param>
/// <param name="depthMultiplier">Number of output channels for each input channel, at least 1; 1 by default.</param>
/// <param name="activation">Applied to the result; null for none.</param>
/// <param name="useBias">Whether a bias is added; true by default.</param>
/// <param name="depthwiseInitializer">How the kernel of the channels starts; <c>"glorot_uniform"</c> by default.</param>
/// <param name="pointwiseInitializer">How the kernel across channels starts; <c>"glorot_uniform"</c> by default.</param>
/// <param name="biasInitializer">How the bias starts; <c>"zeros"</c> by default.</param>
/// <param name="depthwiseRegularizer">Penalty on the kernel of the channels; null for none.</param>
/// <param name="pointwiseRegularizer">Penalty on the kernel across channels; null for none.</param>
/// <param name="biasRegularizer">Penalty on the bias; null for none.</param>
/// <param name="activityRegularizer">Penalty on the output; null for none.</param>
/// <param name="depthwiseConstraint">Projection of the kernel of the channels after each update; null for none.</param>
/// <param name="pointwiseConstraint">Projection of the kernel across channels after each update; null for none.</param>
/// <param name="biasConstraint">Projection of the bias after each update; null for none.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>
/// From (batch, height, width, channels) to (batch, height, width, filters).
/// Weights: depthwise_kernel (height, width, channels, depthMultiplier), pointwise_kernel (1, 1, channels * depthMultiplier, filters), bias (filters).
/// </remarks>
/// <example>
/// <code>
/// Tensor z = new SeparableConv2D(64, 3, padding: "same", activation: "relu").Apply(Ops.Ones((1, 14, 14, 32)));       // (1, 14, 14, 64)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/convolution_layers/separable_convolution2d/"/>
[KerasName("SeparableConvolution2D")]
public class SeparableConv2D(
    int filters,
    Shape kernelSize,
    Shape? strides = null,
    string padding = "valid",
    string? dataFormat = null,
    Shape? dilationRate = null,
    int depthMultiplier = 1,
    ActivationSpec? activation = null,
    bool useBias = true,
    Initializer? depthwiseInitializer = null,
    Initializer? pointwiseInitializer = null,
    Initializer? biasInitializer = null,
    Regularizer? depthwiseRegularizer = null,
    Regularizer? pointwiseRegularizer = null,
    Regularizer? biasRegularizer = null,
    Regularizer? activityRegularizer = null,
    Constraint? depthwiseConstraint = null,
    Constraint? pointwiseConstraint = null,
    Constraint? biasConstraint = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : BaseSeparableConv(
        2, filters, kernelSize, strides, padding, dataFormat, dilationRate, depthMultiplier, activation, useBias, depthwiseInitializer,
        pointwiseInitializer, biasInitializer, depthwiseRegularizer, pointwiseRegularizer, biasRegularizer, activityRegularizer, depthwiseConstraint,
        pointwiseConstraint, biasConstraint, name, trainable, dtype, inputShape)
{
    /// <summary>The layer with a function as its activation: <c>activation: Activations.Relu</c>, <c>activation: x =&gt; x * 2</c>.</summary>
    /// <inheritdoc cref="SeparableConv2D" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public SeparableConv2D(
        int filters,
        Shape kernelSize,
        Shape? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Shape? dilationRate = null,
        int depthMultiplier = 1,
        Func<Tensor, Tensor>? activation = null,
        bool useBias = true,
        Initializer? depthwiseInitializer = null,
        Initializer? pointwiseInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? depthwiseRegularizer = null,
        Regularizer? pointwiseRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? depthwiseConstraint = null,
        Constraint? pointwiseConstraint = null,
        Constraint? biasConstraint = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Shape? inputShape = null)
        : this(filters, kernelSize, strides, padding, dataFormat, dilationRate, depthMultiplier, (ActivationSpec?)activation, useBias,
            depthwiseInitializer, pointwiseInitializer, biasInitializer, depthwiseRegularizer, pointwiseRegularizer, biasRegularizer,
            activityRegularizer, depthwiseConstraint, pointwiseConstraint, biasConstraint, name, trainable, dtype, inputShape)
    {
    }
}
