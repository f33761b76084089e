using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>A convolution of each channel, then one across channels: what the layers of 1 and 2 spatial axes share.</summary>
public abstract class BaseSeparableConv : BaseChannelConv
{
    private protected BaseSeparableConv(
        int rank,
        int filters,
        Shape kernelSize,
        Shape? strides,
        string padding,
        string? dataFormat,
        Shape? dilationRate,
        int depthMultiplier,
        ActivationSpec? activation,
        bool useBias,
        Initializer? depthwiseInitializer,
        Initializer? pointwiseInitializer,
        Initializer? biasInitializer,
        Regularizer? depthwiseRegularizer,
        Regularizer? pointwiseRegularizer,
        Regularizer? biasRegularizer,
        Regularizer? activityRegularizer,
        Constraint? depthwiseConstraint,
        Constraint? pointwiseConstraint,
        Constraint? biasConstraint,
        string? name,
        bool trainable,
        string? dtype,
        Shape? inputShape)
        : base(
            rank, kernelSize, strides, padding, dataFormat, dilationRate, depthMultiplier, activation, useBias, depthwiseInitializer, biasInitializer,
            depthwiseRegularizer, biasRegularizer, activityRegularizer, depthwiseConstraint, biasConstraint, name, trainable, dtype, inputShape)
    {
        Filters = Guard.Positive(filters, GetType().Name, "filters");
        PointwiseInitializer = pointwiseInitializer ?? "glorot_uniform";
        PointwiseRegularizer = pointwiseRegularizer;
        PointwiseConstraint = pointwiseConstraint;
    }

    /// <summary>Number of output channels.</summary>
    public int Filters { get; }

    /// <summary>How the kernel across channels starts.</summary>
    public Initializer PointwiseInitializer { get; }

    /// <summary>Penalty on the kernel across channels.</summary>
    public Regularizer? PointwiseRegularizer { get; }

    /// <summary>Projection of the kernel across channels after each update.</summary>
    public Constraint? PointwiseConstraint { get; }

    /// <summary>The kernel of the channels (window..., channels, multiplier); null before the layer is built.</summary>
    public Variable? DepthwiseKernel { get; private set; }

    /// <summary>The kernel across channels (1..., channels * multiplier, filters); null before the layer is built.</summary>
    public Variable? PointwiseKernel { get; private set; }

    private protected override int AddKernels(int channels)
    {
        DepthwiseKernel = AddWeight(
            "depthwise_kernel", KernelSize.Concat((channels, DepthMultiplier)), DepthwiseInitializer, DepthwiseRegularizer, DepthwiseConstraint);
        PointwiseKernel = AddWeight(
            "pointwise_kernel",
            Shape.Of([.. Enumerable.Repeat(1, SpatialRank), Lengths.Product(GetType().Name, channels, DepthMultiplier), Filters]),
            PointwiseInitializer, PointwiseRegularizer, PointwiseConstraint);
        return Filters;
    }

    private protected override Tensor Convolve(Tensor inputs)
        => Ops.SeparableConv(inputs, DepthwiseKernel!, PointwiseKernel!, Strides, Padding, DataFormat, DilationRate);
}
