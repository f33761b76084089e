namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Takes the windows of an image apart: im2col.</summary>
    /// <param name="x">(batch, channels, height, width).</param>
    /// <param name="kernelSize">Size of the window, one number or two.</param>
    /// <param name="dilation">Dilation rate of the window; 1 by default.</param>
    /// <param name="padding">Zeros around, one number or two; 0 by default.</param>
    /// <param name="stride">Stride of the windows; 1 by default.</param>
    /// <returns>(batch, channels * window, windows), as PyTorch's unfold.</returns>
    /// <exception cref="ShapeException">The tensor has not four known axes, or a window is larger than it.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#unfold-function"/>
    public static Tensor Unfold(Tensor x, Shape kernelSize, Shape? dilation = null, Shape? padding = null, Shape? stride = null)
    {
        if (Guard.NotNull(x).Rank != 4 || !x.Shape[1..].IsKnown)
        {
            throw new ShapeException($"Unfold: x must be (batch, channels, height, width). Received shape: {x.Shape}.");
        }

        (int[] window, int[] rate, int[] step) = (
            Padding.PerAxis("Unfold", "kernelSize", kernelSize, 2),
            Padding.PerAxis("Unfold", "dilation", dilation, 2),
            Padding.PerAxis("Unfold", "stride", stride, 2));
        int[] around = Around("Unfold", padding);
        int[] edges = [0, 0, .. around];
        Tensor padded = around.All(static n => n == 0) ? x : PadWith(x, edges, edges, new int[4], 0);
        int[] windows = [.. Enumerable.Range(0, 2).Select(i => Padding.Output("Unfold", "valid", padded.Shape.At(i + 2), window[i], step[i], rate[i])!.Value)];
        if (windows.Any(static n => n == 0))
        {
            throw new ShapeException($"Unfold: the window ({window[0]}, {window[1]}), dilated, must not be larger than x. Received shape: {x.Shape}.");
        }

        List<Tensor> places = [];
        for (int i = 0; i < window[0]; i++)
        {
            for (int j = 0; j < window[1]; j++)
            {
                Tensor place = Strided(padded, [0, 0, i * rate[0], j * rate[1]], [1, 1, .. step], [x.Shape.At(0), x.Shape.At(1), .. windows]);
                places.Add(Reshape(place, Shape.Of(x.Shape.At(0), x.Shape.At(1), windows[0] * windows[1])));
            }
        }

        return Reshape(Stack(places, 2), Shape.Of(x.Shape.At(0), Lengths.Of("Unfold", (long)x.Shape[1] * places.Count), windows[0] * windows[1]));
    }
}
