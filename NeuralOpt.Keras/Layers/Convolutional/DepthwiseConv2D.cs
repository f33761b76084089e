using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Convolution of each channel with its own kernels over height and width.</summary>
/// <param name="kernelSize">Size of the window, one number or one for each axis.</param>
/// <param name="strides">Stride of the windows; 1 by default.</param>
/// <param name="padding"><c>"valid"</c> (default): windows lie inside; <c>"same"</c>: zeros around, so that stride 1 keeps the length.</param>
/// <param name="depthMultiplier">Number of output channels for each input channel, at least 1; 1 by default.</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="dilationRate">Dilation rate of the window; 1 by default.</param>
/// <param name="activation">Applied to the result; null for none.</param>
/// <param name="useBias">Whether a bias is added; true by default.</param>
/// <param name="depthwiseInitializer">How the kernel of the channels starts; <c>"glorot_uniform"</c> by default.</param>
/// <param name="biasInitializer">How the bias starts; <c>"zeros"</c> by default.</param>
/// <param name="depthwiseRegularizer">Penalty on the kernel of the channels; null for none.</param>
/// <param name="biasRegularizer">Penalty on the bias; null for none.</param>
/// <param name="activityRegularizer">Penalty on the output; null for none.</param>
/// <param name="depthwiseConstraint">Projection of the kernel of the channels after each update; null for none.</param>
/// <param name="biasConstraint">Projection of the bias after each update; null for none.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>From (batch, height, width, channels) to (batch, height, width, channels * depthMultiplier). Weights: kernel (height, width, channels, depthMultiplier), bias.</remarks>
/// <example>
/// <code>
/// Tensor z = new DepthwiseConv2D(3, padding: "same").Apply(Ops.Ones((1, 14, 14, 32)));       // (1, 14, 14, 32)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/convolution_layers/depthwise_convolution2d/"/>
public class DepthwiseConv2D(
    Shape kernelSize,
    Shape? strides = null,
    string padding = "valid",
    int depthMultiplier = 1,
    string? dataFormat = null,
    Shape? dilationRate = null,
    ActivationSpec? activation = null,
    bool useBias = true,
    Initializer? depthwiseInitializer = null,
    Initializer? biasInitializer = null,
    Regularizer? depthwiseRegularizer = null,
    Regularizer? biasRegularizer = null,
    Regularizer? activityRegularizer = null,
    Constraint? depthwiseConstraint = null,
    Constraint? biasConstraint = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : BaseDepthwiseConv(
        2, kernelSize, strides, padding, depthMultiplier, dataFormat, dilationRate, activation, useBias, depthwiseInitializer, biasInitializer,
        depthwiseRegularizer, biasRegularizer, activityRegularizer, depthwiseConstraint, biasConstraint, name, trainable, dtype, inputShape)
{
    /// <summary>The layer with a function as its activation: <c>activation: Activations.Relu</c>, <c>activation: x =&gt; x * 2</c>.</summary>
    /// <inheritdoc cref="DepthwiseConv2D" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public DepthwiseConv2D(
        Shape kernelSize,
        Shape? strides = null,
        string padding = "valid",
        int depthMultiplier = 1,
        string? dataFormat = null,
        Shape? dilationRate = null,
        Func<Tensor, Tensor>? activation = null,
        bool useBias = true,
        Initializer? depthwiseInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? depthwiseRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? depthwiseConstraint = null,
        Constraint? biasConstraint = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Shape? inputShape = null)
        : this(kernelSize, strides, padding, depthMultiplier, dataFormat, dilationRate, (ActivationSpec?)activation, useBias,
            depthwiseInitializer, biasInitializer, depthwiseRegularizer, biasRegularizer, activityRegularizer, depthwiseConstraint,
            biasConstraint, name, trainable, dtype, inputShape)
    {
    }
}
