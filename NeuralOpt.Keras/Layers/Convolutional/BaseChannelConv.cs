using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>A convolution of each channel on its own: what depthwise and separable layers share.</summary>
public abstract class BaseChannelConv : Layer
{
    private protected BaseChannelConv(
        int rank,
        Shape kernelSize,
        Shape? strides,
        string padding,
        string? dataFormat,
        Shape? dilationRate,
        int depthMultiplier,
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
        : base(name, trainable, dtype, activityRegularizer, inputShape)
    {
        string place = GetType().Name;
        SpatialRank = rank;
        KernelSize = Guard.Window(kernelSize, rank, place, "kernelSize");
        Strides = Guard.Window(strides ?? 1, rank, place, "strides");
        Padding = Guard.Padding(padding, place);
        DataFormat = Guard.DataFormat(dataFormat, place);
        DilationRate = Guard.Window(dilationRate ?? 1, rank, place, "dilationRate");
        DepthMultiplier = Guard.Positive(depthMultiplier, place, "depthMultiplier");
        Activation = activation ?? "linear";
        UseBias = useBias;
        DepthwiseInitializer = depthwiseInitializer ?? "glorot_uniform";
        BiasInitializer = biasInitializer ?? "zeros";
        DepthwiseRegularizer = depthwiseRegularizer;
        BiasRegularizer = biasRegularizer;
        DepthwiseConstraint = depthwiseConstraint;
        BiasConstraint = biasConstraint;
        InputSpecs = [new() { Ndim = rank + 2 }];
    }

    /// <summary>Size of the window.</summary>
    public Shape KernelSize { get; }

    /// <summary>Stride of the windows.</summary>
    public Shape Strides { get; }

    /// <summary><c>"valid"</c> or <c>"same"</c>.</summary>
    public string Padding { get; }

    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; }

    /// <summary>Dilation rate of the window.</summary>
    public Shape DilationRate { get; }

    /// <summary>Number of channels that each input channel becomes.</summary>
    public int DepthMultiplier { get; }

    /// <summary>Applied to the result.</summary>
    public ActivationSpec Activation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <summary>How the kernel of the channels starts.</summary>
    public Initializer DepthwiseInitializer { get; }

    /// <summary>How the bias starts.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>Penalty on the kernel of the channels.</summary>
    public Regularizer? DepthwiseRegularizer { get; }

    /// <summary>Penalty on the bias.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>Projection of the kernel of the channels after each update.</summary>
    public Constraint? DepthwiseConstraint { get; }

    /// <summary>Projection of the bias after each update.</summary>
    public Constraint? BiasConstraint { get; }

    /// <summary>The bias; null before the layer is built, and without one.</summary>
    public Variable? Bias { get; private set; }

    private protected int SpatialRank { get; }

    private int ChannelAxis => DataFormat == "channels_last" ? -1 : 1;

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        int channels = inputShape.At(ChannelAxis)
            ?? throw new ShapeException($"the number of channels must be known when the layer is built. Received shape: {inputShape}.");
        int filters = AddKernels(channels);
        Bias = UseBias ? AddWeight("bias", filters, BiasInitializer, BiasRegularizer, BiasConstraint) : null;
        InputSpecs = [new() { Ndim = SpatialRank + 2, Axes = new Dictionary<int, int?> { [ChannelAxis] = channels } }];
        base.Build(inputShape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        Tensor y = Convolve(inputs);
        if (Bias is not null)
        {
            y += DataFormat == "channels_last"
                ? Bias.Value
                : Ops.Reshape(Bias, Shape.Of([1, Bias.Shape.At(0), .. Enumerable.Repeat(1, SpatialRank)]));
        }

        return Activation.Apply(y);
    }

    /// <summary>Makes the kernels, and says how many channels come out.</summary>
    private protected abstract int AddKernels(int channels);

    private protected abstract Tensor Convolve(Tensor inputs);
}
