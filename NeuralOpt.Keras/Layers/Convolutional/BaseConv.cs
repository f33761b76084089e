using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>A convolution over 1 to 3 spatial axes: what its layers share.</summary>
public abstract class BaseConv : Layer
{
    private protected BaseConv(
        int rank,
        int filters,
        Shape kernelSize,
        Shape? strides,
        string padding,
        string? dataFormat,
        Shape? dilationRate,
        int groups,
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
        : base(name, trainable, dtype, activityRegularizer, inputShape)
    {
        string place = GetType().Name;
        SpatialRank = rank;
        Filters = Guard.Positive(filters, place, "filters");
        KernelSize = Guard.Window(kernelSize, rank, place, "kernelSize");
        Strides = Guard.Window(strides ?? 1, rank, place, "strides");
        Padding = Guard.Padding(padding, place, causal: rank == 1);
        DataFormat = Guard.DataFormat(dataFormat, place);
        DilationRate = Guard.Window(dilationRate ?? 1, rank, place, "dilationRate");
        Groups = Guard.Positive(groups, place, "groups");
        Activation = activation ?? "linear";
        UseBias = useBias;
        KernelInitializer = kernelInitializer ?? "glorot_uniform";
        BiasInitializer = biasInitializer ?? "zeros";
        KernelRegularizer = kernelRegularizer;
        BiasRegularizer = biasRegularizer;
        KernelConstraint = kernelConstraint;
        BiasConstraint = biasConstraint;
        InputSpecs = [new() { Ndim = rank + 2 }];
        if (Filters % Groups != 0)
        {
            throw new KerasArgumentException($"{place}: filters must be divisible by groups. Received: {filters} and {groups}.");
        }
    }

    /// <summary>Number of output channels.</summary>
    public int Filters { get; }

    /// <summary>Size of the window.</summary>
    public Shape KernelSize { get; }

    /// <summary>Stride of the windows.</summary>
    public Shape Strides { get; }

    /// <summary><c>"valid"</c>, <c>"same"</c> or <c>"causal"</c>.</summary>
    public string Padding { get; }

    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; }

    /// <summary>Dilation rate of the window.</summary>
    public Shape DilationRate { get; }

    /// <summary>Number of groups into which the channels fall.</summary>
    public int Groups { get; }

    /// <summary>Applied to the result.</summary>
    public ActivationSpec Activation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <summary>How the kernel starts.</summary>
    public Initializer KernelInitializer { get; }

    /// <summary>How the bias starts.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>Penalty on the kernel.</summary>
    public Regularizer? KernelRegularizer { get; }

    /// <summary>Penalty on the bias.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>Projection of the kernel after each update.</summary>
    public Constraint? KernelConstraint { get; }

    /// <summary>Projection of the bias after each update.</summary>
    public Constraint? BiasConstraint { get; }

    /// <summary>The filters; null before the layer is built.</summary>
    public Variable? Kernel { get; private set; }

    /// <summary>The bias (filters); null before the layer is built, and without one.</summary>
    public Variable? Bias { get; private set; }

    private protected int SpatialRank { get; }

    private protected int ChannelAxis => DataFormat == "channels_last" ? -1 : 1;

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        int? channels = inputShape.At(ChannelAxis);
        Kernel = AddWeight("kernel", KernelShape(channels), KernelInitializer, KernelRegularizer, KernelConstraint);
        Bias = UseBias ? AddWeight("bias", Filters, BiasInitializer, BiasRegularizer, BiasConstraint) : null;
        InputSpecs = [new() { Ndim = SpatialRank + 2, Axes = new Dictionary<int, int?> { [ChannelAxis] = channels } }];
        base.Build(inputShape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        Tensor y = Convolve(inputs);
        return Activation.Apply(Bias is null ? y : y + Spread(Bias));
    }

    private protected virtual Shape KernelShape(int? channels)
        => channels is not { } n || n % Groups == 0
            ? KernelSize.Concat(Shape.Of(channels / Groups, Filters))
            : throw new ShapeException($"the number of input channels must be divisible by groups, {Groups}. Received: {channels}.");

    private protected virtual Tensor Convolve(Tensor inputs)
    {
        Tensor x = Padding == "causal" ? Causal.Pad(inputs, KernelSize, DilationRate, DataFormat) : inputs;
        return Ops.Conv(x, Kernel!, Strides, Padding == "causal" ? "valid" : Padding, DataFormat, DilationRate);
    }

    private Tensor Spread(Tensor bias)
        => DataFormat == "channels_last" ? bias : Ops.Reshape(bias, Shape.Of([1, Filters, .. Enumerable.Repeat(1, SpatialRank)]));
}
