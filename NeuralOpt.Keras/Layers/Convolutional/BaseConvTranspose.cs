using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>A transposed convolution over 1 to 3 spatial axes: what its layers share.</summary>
public abstract class BaseConvTranspose : BaseConv
{
    private protected BaseConvTranspose(
        int rank,
        int filters,
        Shape kernelSize,
        Shape? strides,
        string padding,
        Shape? outputPadding,
        string? dataFormat,
        Shape? dilationRate,
        ActivationSpec? activation,
        bool useBias,
        Initializer? kernelInitializer,
        Initializer? biasInitializer,
        Regularizer? kernelRegularizer,
        Regularizer? biasRegularizer,
        Regularizer? activityRegularizer,
        Constraint? kernelConstraint,
        Constraint? biasConstraint,
        string? name,
        bool trainable,
        string? dtype,
        Shape? inputShape)
        : base(
            rank, filters, kernelSize, strides, padding, dataFormat, dilationRate, 1, activation, useBias, kernelInitializer, biasInitializer,
            kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint, name, trainable, dtype, inputShape)
    {
        if (Padding == "causal")
        {
            throw new KerasArgumentException($"{GetType().Name}: padding must be one of 'valid', 'same'. Received: 'causal'.");
        }

        OutputPadding = outputPadding is { } p ? Guard.Window(p, rank, GetType().Name, "outputPadding", least: 0) : (Shape?)null;
    }

    /// <summary>Elements more at the end of each spatial axis.</summary>
    public Shape? OutputPadding { get; }

    private protected override Shape KernelShape(int? channels) => KernelSize.Concat(Shape.Of(Filters, channels));

    private protected override Tensor Convolve(Tensor inputs)
        => Ops.ConvTranspose(inputs, Kernel!, Strides, Padding, OutputPadding, DataFormat, DilationRate);
}
