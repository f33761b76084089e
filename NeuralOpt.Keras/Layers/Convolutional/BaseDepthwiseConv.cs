using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>A convolution of each channel with its own kernels: what the layers of 1 and 2 spatial axes share.</summary>
public abstract class BaseDepthwiseConv : BaseChannelConv
{
    private protected BaseDepthwiseConv(
        int rank,
        Shape kernelSize,
        Shape? strides,
        string padding,
        int depthMultiplier,
        string? dataFormat,
        Shape? dilationRate,
        ActivationSpec? activation,
        bool useBias,
        Initializer? depthwiseInitializer,
        Initializer? biasInitializer,
        Regularizer? depthwiseRegularizer,
        Regularizer? biasRegularizer,
        Regularizer? activityRegularizer,
        Constraint? depthwiseConstraint,
        Constraint? biasConstraint,
        string? name,
        bool trainable,
        string? dtype,
        Shape? inputShape)
        : base(
            rank, kernelSize, strides, padding, dataFormat, dilationRate, depthMultiplier, activation, useBias, depthwiseInitializer, biasInitializer,
            depthwiseRegularizer, biasRegularizer, activityRegularizer, depthwiseConstraint, biasConstraint, name, trainable, dtype, inputShape)
    {
    }

    /// <summary>The kernel (window..., channels, multiplier); null before the layer is built.</summary>
    public Variable? Kernel { get; private set; }

    private protected override int AddKernels(int channels)
    {
        Kernel = AddWeight("kernel", KernelSize.Concat((channels, DepthMultiplier)), DepthwiseInitializer, DepthwiseRegularizer, DepthwiseConstraint);
        return Lengths.Product(GetType().Name, channels, DepthMultiplier);
    }

    private protected override Tensor Convolve(Tensor inputs)
        => Ops.DepthwiseConv(inputs, Kernel!, Strides, Padding, DataFormat, DilationRate);
}
