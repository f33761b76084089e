using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>How a convolution or pooling walks, the padding still by name: the input's lengths may not be known yet.</summary>
internal sealed record Walk(string Op, int[] Window, int[] Strides, string Padding, int[] Dilation)
{
    /// <summary>Lengths of the output's spatial axes.</summary>
    internal int?[] Output(Shape spatial)
        => [.. spatial.Select((n, i) => Keras.Padding.Output(Op, Padding, n, Window[i], Strides[i], Dilation[i]))];

    internal ConvSpec Conv(int[] spatial, int groups)
    {
        (Axes low, Axes high) = Keras.Padding.Explicit(Op, Padding, spatial, Window, Strides, Dilation);
        return new(Axes.Of(Strides), low, high, Axes.Of(Dilation), groups);
    }

    internal PoolSpec Pool(int[] spatial)
    {
        (Axes low, Axes high) = Keras.Padding.Explicit(Op, Padding, spatial, Window, Strides, Dilation);
        return new(Axes.Of(Window), Axes.Of(Strides), low, high);
    }

    /// <summary>The spatial axes of (batch, spatial..., channels).</summary>
    internal static Shape Spatial(Shape x) => x[1..^1];
}

/// <summary>Convolution: x (batch, spatial..., cin), kernel (window..., cin / groups, cout).</summary>
internal sealed class ConvOp(string name, Walk walk) : Op
{
    internal override string Name => name;

    internal override TensorSpec Infer(TensorSpec[] x)
    {
        (Shape input, Shape kernel) = (x[0].Shape, x[1].Shape);
        if (input.At(^1) is { } channels && (channels % kernel.At(^2) != 0 || kernel.At(^1) % (channels / kernel.At(^2)) != 0))
        {
            throw Mismatch("the channels of the inputs must be those of the kernel, or a multiple of them that divides the filters", x);
        }

        int?[] windows = walk.Output(Walk.Spatial(input));
        return Walk.Spatial(input).Zip(windows).All(static p => p.First == 0 || p.Second != 0)
            ? x[0] with { Shape = Shape.Of(input.At(0)).Concat(windows).Concat(Shape.Of(kernel.At(^1))) }
            : throw Mismatch("the window, dilated, must not be larger than the inputs", x);
    }

    internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Conv(Spec(walk, x[0].Shape, x[1].Shape));

    internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
    {
        ConvSpec spec = Spec(walk, x[0].Shape, x[1].Shape);
        return
        [
            Apply(new ConvInputGradOp(name, spec, x[0].Shape), dy, x[1]),
            Apply(new ConvFilterGradOp(name, spec, x[1].Shape), x[0], dy),
        ];
    }

    internal static ConvSpec Spec(Walk walk, Shape input, Shape kernel)
        => walk.Conv(Walk.Spatial(input).ToArray(), kernel.At(^2) == 0 ? 1 : input[^1] / kernel[^2]);
}

/// <summary>A convolution whose padding is known.</summary>
internal sealed class ExplicitConvOp(string name, ConvSpec spec, Shape output) : Op
{
    internal override string Name => name;

    internal override TensorSpec Infer(TensorSpec[] x) => x[0] with { Shape = output };

    internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Conv(spec);

    internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) =>
    [
        Apply(new ConvInputGradOp(name, spec, x[0].Shape), dy, x[1]),
        Apply(new ConvFilterGradOp(name, spec, x[1].Shape), x[0], dy),
    ];
}

/// <summary>The gradient of a convolution by its input, from dy and the kernel: a linear function of either.</summary>
internal sealed class ConvInputGradOp(string name, ConvSpec spec, Shape input) : Op
{
    internal override string Name => name;

    internal override TensorSpec Infer(TensorSpec[] x) => x[0] with { Shape = input };

    internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new ConvInputGrad(spec);

    internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) =>
    [
        Apply(new ExplicitConvOp(name, spec, x[0].Shape), dy, x[1]),
        Apply(new ConvFilterGradOp(name, spec, x[1].Shape), dy, x[0]),
    ];
}

/// <summary>The gradient of a convolution by its kernel, from x and dy: a linear function of either.</summary>
internal sealed class ConvFilterGradOp(string name, ConvSpec spec, Shape kernel) : Op
{
    internal override string Name => name;

    internal override TensorSpec Infer(TensorSpec[] x) => x[0] with { Shape = kernel };

    internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new ConvFilterGrad(spec);

    internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) =>
    [
        Apply(new ConvInputGradOp(name, spec, x[0].Shape), x[1], dy),
        Apply(new ExplicitConvOp(name, spec, x[1].Shape), x[0], dy),
    ];
}
