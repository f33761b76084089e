using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Maximum of each window over 1 to 3 spatial axes.</summary>
    /// <param name="inputs">(batch, spatial..., channels), or (batch, channels, spatial...) for channels first.</param>
    /// <param name="poolSize">Size of the window, one number or one for each spatial axis.</param>
    /// <param name="strides">Stride of the windows; <paramref name="poolSize"/> by default.</param>
    /// <param name="padding"><c>"valid"</c>: windows lie inside; <c>"same"</c>: windows reach over the edges, where there is nothing.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <returns>(batch, windows..., channels), the dtype of the inputs.</returns>
    /// <exception cref="ShapeException">A window is larger than the input.</exception>
    /// <remarks>Of equal maxima the first in row-major order gets the gradient, as in TensorFlow.</remarks>
    /// <seealso href="https://keras.io/api/ops/nn/#max_pool-function"/>
    public static Tensor MaxPool(Tensor inputs, Shape poolSize, Shape? strides = null, string padding = "valid", string? dataFormat = null)
        => Pooled("MaxPool", PoolKind.Max, inputs, poolSize, strides, padding, dataFormat);

    /// <summary>Mean of each window over 1 to 3 spatial axes.</summary>
    /// <param name="inputs">(batch, spatial..., channels), or (batch, channels, spatial...) for channels first.</param>
    /// <param name="poolSize">Size of the window, one number or one for each spatial axis.</param>
    /// <param name="strides">Stride of the windows; <paramref name="poolSize"/> by default.</param>
    /// <param name="padding"><c>"valid"</c>: windows lie inside; <c>"same"</c>: windows reach over the edges, where nothing is counted.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <returns>(batch, windows..., channels), the floating-point dtype of the inputs.</returns>
    /// <exception cref="ShapeException">A window is larger than the input.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#average_pool-function"/>
    public static Tensor AveragePool(Tensor inputs, Shape poolSize, Shape? strides = null, string padding = "valid", string? dataFormat = null)
        => Promotion.Widened(Guard.NotNull(inputs)) is { } wide
            ? Cast(AveragePool(wide, poolSize, strides, padding, dataFormat), DType.Float16)
            : Pooled("AveragePool", PoolKind.Average, Promotion.Floating(inputs), poolSize, strides, padding, dataFormat);

    private static Tensor Pooled(string op, PoolKind kind, Tensor inputs, Shape poolSize, Shape? strides, string padding, string? dataFormat)
        => Padding.Run(op, dataFormat, inputs, x =>
        {
            int spatial = x.Rank - 2;
            int[] window = Padding.PerAxis(op, "poolSize", poolSize, spatial);
            int[] step = Padding.PerAxis(op, "strides", strides ?? poolSize, spatial);
            int[] one = [.. Enumerable.Repeat(1, spatial)];
            Lengths.Product(op, window);
            return Op.Apply(new PoolOp(op, kind, new(op, window, step, Padding.Checked(op, padding), one)), x);
        });

    private sealed class PoolOp(string name, PoolKind kind, Walk walk) : Op
    {
        internal override string Name => name;

        internal override TensorSpec Infer(TensorSpec[] x)
        {
            Shape input = x[0].Shape;
            int?[] windows = walk.Output(Walk.Spatial(input));
            return Walk.Spatial(input).Zip(windows).All(static p => p.First == 0 || p.Second != 0)
                ? x[0] with { Shape = Shape.Of(input.At(0)).Concat(windows).Concat(Shape.Of(input.At(^1))) }
                : throw Mismatch($"the window ({string.Join(", ", walk.Window)}) must not be larger than the inputs", x);
        }

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Pool(kind, walk.Pool(Walk.Spatial(x[0].Shape).ToArray()));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
            => [Apply(new PoolGradOp(name, kind, walk), x[0], dy)];
    }

    // The gradient of a pooling is linear in dy; x only says who won.
    private sealed class PoolGradOp(string name, PoolKind kind, Walk walk) : Op
    {
        internal override string Name => name;

        internal override TensorSpec Infer(TensorSpec[] x) => x[0];

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new PoolGrad(kind, walk.Pool(Walk.Spatial(x[0].Shape).ToArray()));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
            => [null, kind == PoolKind.Average ? Apply(new PoolOp(name, kind, walk), dy) : AtWinners(dy, x[0], x[1].Shape)];

        // Goes through the window's places in row-major order and takes the values where the first maximum is.
        private Tensor AtWinners(Tensor values, Tensor x, Shape output)
        {
            PoolSpec spec = walk.Pool(Walk.Spatial(x.Shape).ToArray());
            int[] low = [0, .. spec.PadLow, 0];
            int[] high = [0, .. spec.PadHigh, 0];
            Tensor padded = PadWith(x, low, high, new int[x.Rank], double.NegativeInfinity);
            Tensor inside = PadWith(values, low, high, new int[x.Rank], 0);
            Tensor max = Apply(new PoolOp(name, kind, walk), x);
            Tensor open = Ones(output, DType.Bool);
            Tensor sum = Zeros(output, values.DType);
            foreach (int[] place in Places(walk.Window))
            {
                int[] start = [0, .. place, 0];
                int[] step = [1, .. walk.Strides, 1];
                Tensor here = LogicalAnd(open, Equal(Strided(padded, start, step, [.. output]), max));
                sum = sum + Where(here, Strided(inside, start, step, [.. output]), 0);
                open = LogicalAnd(open, LogicalNot(here));
            }

            return sum;
        }

        private static IEnumerable<int[]> Places(int[] window)
        {
            int count = window.Aggregate(1, static (n, w) => n * w);
            for (int i = 0; i < count; i++)
            {
                int[] place = new int[window.Length];
                for (int rest = i, k = window.Length - 1; k >= 0; rest /= window[k], k--)
                {
                    place[k] = rest % window[k];
                }

                yield return place;
            }
        }
    }
}
