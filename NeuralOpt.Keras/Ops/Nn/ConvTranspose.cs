using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Transposed convolution: what the gradient of <see cref="Conv"/> by its inputs computes, so that windows spread instead of gather.</summary>
    /// <param name="inputs">(batch, spatial..., channels), or (batch, channels, spatial...) for channels first.</param>
    /// <param name="kernel">(window..., filters, channels).</param>
    /// <param name="strides">Stride in the result, one number or one for each spatial axis; 1 by default.</param>
    /// <param name="padding"><c>"valid"</c>, or <c>"same"</c>: the result is as long as the inputs times the strides.</param>
    /// <param name="outputPadding">Elements more at the end of each spatial axis, less than the strides; null for Keras's rule.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <param name="dilationRate">Dilation rate of the window; 1 by default.</param>
    /// <returns>(batch, longer spatial..., filters).</returns>
    /// <exception cref="ShapeException">The channels do not fit.</exception>
    /// <exception cref="ArgumentException">The output padding is not less than the strides.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#conv_transpose-function"/>
    public static Tensor ConvTranspose(Tensor inputs, Tensor kernel, Shape? strides = null, string padding = "valid", Shape? outputPadding = null, string? dataFormat = null, Shape? dilationRate = null)
    {
        (inputs, kernel) = Promotion.Common(inputs, kernel);
        if (Promotion.Widened(inputs) is { } wide)
        {
            return Cast(ConvTranspose(wide, Cast(kernel, DType.Float32), strides, padding, outputPadding, dataFormat, dilationRate), DType.Float16);
        }

        return Padding.Run("ConvTranspose", dataFormat, inputs, x =>
        {
            if (kernel.Rank != x.Rank || !kernel.Shape.IsKnown || (x.Shape.At(^1) is { } c && c != kernel.Shape.At(^1)))
            {
                throw new ShapeException($"ConvTranspose: the kernel must be (window..., filters, channels) with the channels of the inputs. Received shapes: {x.Shape}, {kernel.Shape}.");
            }

            int spatial = x.Rank - 2;
            int[] step = Padding.PerAxis("ConvTranspose", "strides", strides, spatial);
            int[] rate = Padding.PerAxis("ConvTranspose", "dilationRate", dilationRate, spatial);
            int[]? extra = outputPadding is { } p ? Extra(p, step) : null;
            Walk walk = new("ConvTranspose", kernel.Shape.ToArray()[..spatial], step, Padding.Checked("ConvTranspose", padding), rate);
            return Op.Apply(new ConvTransposeOp(walk, extra), x, kernel);
        });
    }

    private static int[] Extra(Shape outputPadding, int[] strides)
    {
        int[] given = [.. outputPadding.AsGiven.ToArray().Select(static n => n ?? -1)];
        int[] all = given.Length == 1 ? [.. Enumerable.Repeat(given[0], strides.Length)] : given;
        return all.Length == strides.Length && all.Zip(strides).All(static p => p.First >= 0 && p.First < p.Second)
            ? all
            : throw new KerasArgumentException($"ConvTranspose: outputPadding must be less than the strides ({string.Join(", ", strides)}), one number or one for each spatial axis. Received: {outputPadding}.");
    }

    private sealed class ConvTransposeOp(Walk walk, int[]? extra) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
        {
            int?[] output = [.. Walk.Spatial(x[0].Shape).Select((n, i) =>
                Padding.TransposedOutput(Name, walk.Padding, n, walk.Window[i], walk.Strides[i], walk.Dilation[i], extra?[i]))];
            return x[0] with { Shape = Shape.Of(x[0].Shape.At(0)).Concat(output).Concat(Shape.Of(x[1].Shape.At(^2))) };
        }

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new ConvInputGrad(Spec(y.Shape));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            ConvSpec spec = Spec(y.Shape);
            return
            [
                Apply(new ExplicitConvOp(Name, spec, x[0].Shape), dy, x[1]),
                Apply(new ConvFilterGradOp(Name, spec, x[1].Shape), dy, x[0]),
            ];
        }

        // The convolution that this one transposes goes from our output to our input.
        private ConvSpec Spec(Shape output) => walk.Conv(Walk.Spatial(output).ToArray(), groups: 1);
    }
}
