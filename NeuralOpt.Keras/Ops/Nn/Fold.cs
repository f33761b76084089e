namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Adds windows up to an image: col2im, the counterpart of <see cref="Unfold"/>.</summary>
    /// <param name="x">(batch, channels * window, windows).</param>
    /// <param name="outputSize">Height and width of the image, one number or two.</param>
    /// <param name="kernelSize">Size of the window, one number or two.</param>
    /// <param name="dilation">Dilation rate of the window; 1 by default.</param>
    /// <param name="padding">Elements around the image that are cut off; 0 by default.</param>
    /// <param name="stride">Stride of the windows; 1 by default.</param>
    /// <returns>(batch, channels, height, width), as PyTorch's fold.</returns>
    /// <exception cref="ShapeException">The windows are not those of such an image.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#fold-function"/>
    public static Tensor Fold(Tensor x, Shape outputSize, Shape kernelSize, Shape? dilation = null, Shape? padding = null, Shape? stride = null)
    {
        Guard.NotNull(x);
        (int[] size, int[] window, int[] rate, int[] step) = (
            Padding.PerAxis("Fold", "outputSize", outputSize, 2),
            Padding.PerAxis("Fold", "kernelSize", kernelSize, 2),
            Padding.PerAxis("Fold", "dilation", dilation, 2),
            Padding.PerAxis("Fold", "stride", stride, 2));
        int[] around = Around("Fold", padding);
        int[] padded = [Lengths.Of("Fold", size[0] + (2L * around[0])), Lengths.Of("Fold", size[1] + (2L * around[1]))];
        int[] windows = [.. Enumerable.Range(0, 2).Select(i => Padding.Output("Fold", "valid", padded[i], window[i], step[i], rate[i])!.Value)];
        int places = Lengths.Product("Fold", window);
        if (x.Rank != 3 || x.Shape.At(1) is not { } rows || rows % places != 0 || x.Shape.At(2) != Lengths.Product("Fold", windows))
        {
            throw new ShapeException($"Fold: x must be (batch, channels * {places}, {windows[0] * windows[1]}) for an image ({size[0]}, {size[1]}). Received shape: {x.Shape}.");
        }

        Tensor parts = Reshape(x, Shape.Of(x.Shape.At(0), rows / places, places, windows[0], windows[1]));
        Tensor? sum = null;
        for (int k = 0; k < places; k++)
        {
            Tensor part = Squeeze(SliceAxis(parts, 2, k, k + 1), 2);
            int[] low = [0, 0, (k / window[1] * rate[0]) - around[0], (k % window[1] * rate[1]) - around[1]];
            int[] high = [0, 0, .. Enumerable.Range(0, 2).Select(i => size[i] - low[i + 2] - ((windows[i] - 1) * step[i]) - 1)];
            Tensor placed = PadWith(part, low, high, [0, 0, step[0] - 1, step[1] - 1], 0);
            sum = sum is null ? placed : sum + placed;
        }

        return sum!;
    }

    private static int[] Around(string op, Shape? padding)
    {
        int[] around = padding is { } p ? [.. p.AsGiven.ToArray().Select(static n => n ?? -1)] : [0];
        around = around.Length == 1 ? [around[0], around[0]] : around;
        return around is [>= 0, >= 0]
            ? around
            : throw new KerasArgumentException($"{op}: padding must be one number or two, each at least 0. Received: {padding}.");
    }
}
