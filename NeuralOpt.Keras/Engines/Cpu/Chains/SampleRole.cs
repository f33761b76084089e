namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>How a step works sample by sample: its kernel is an <see cref="ISampleKernel"/>.</summary>
/// <param name="Samples">How many samples there are.</param>
/// <param name="Inputs">Which inputs it reads sample by sample; it reads the others whole.</param>
/// <param name="Outputs">Which outputs it writes sample by sample; the others are there when all samples are done.</param>
internal sealed record SampleRole(int Samples, int[] Inputs, int[] Outputs)
{
    /// <summary>Makes the kernel for a chain, where that is another than the step's.</summary>
    internal Func<Operand[], Operand[], Kernel>? Make { get; init; }

    /// <summary>The role of a node, whatever bias or ReLU ends it; null if it has none.</summary>
    internal static SampleRole? Of(Node node)
    {
        TensorSpec first = node.Inputs.Length > 0 ? node.Inputs[0].Spec : node.Output.Spec;
        if (first is not { DType: DType.Float32, Shape.Rank: >= 2 and <= 5 } || first.Shape.Size() == 0 || node.Output.Spec.Shape.Size() == 0)
        {
            return null;
        }

        int samples = first.Shape[0];
        switch (node.Primitive)
        {
            case Conv conv when IsTapped(conv.Spec, first.Shape, node.Inputs[1].Spec.Shape, node.Output.Spec.Shape):
                return new(samples, [0], [0]);
            case ConvInputGrad conv when IsTapped(conv.Spec, node.Output.Spec.Shape, node.Inputs[1].Spec.Shape, first.Shape):
                return new(samples, [0], [0]);
            case ConvFilterGrad conv when IsTapped(conv.Spec, first.Shape, node.Output.Spec.Shape, node.Inputs[1].Spec.Shape)
                && Convolution.FitsParts(
                    ConvGeometry.Of(conv.Spec, first.Shape, node.Output.Spec.Shape, node.Inputs[1].Spec.Shape), ChainKernel.PartsOf(samples)):
                return new(samples, [0, 1], []);
            case Pool:
                return new(samples, [0], [0]);
            case PoolGrad:
                return new(samples, [0, 1], [0]);
            case Reduce { Kind: ReduceKind.Sum } sum when sum.Axes.Count == first.Shape.Rank - 1 && !sum.Axes.Contains(first.Shape.Rank - 1):
                int channels = first.Shape[^1], rows = first.Shape.Size() / samples / channels;
                return new(samples, [0], []) { Make = (from, to) => ChannelSum.Make(samples, rows, channels, from[0], to[0]) };
            default:
                return null;
        }
    }

    /// <summary>Whether a convolution has a kernel of taps: not one of the special cases.</summary>
    private static bool IsTapped(ConvSpec spec, Shape x, Shape filter, Shape y)
        => ConvGeometry.Of(spec, x, filter, y) is { IsPointwise: false, IsDepthwise: false };
}
