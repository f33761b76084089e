namespace NeuralOpt.Keras.Layers;

/// <summary>Lengthens axes of a tensor.</summary>
internal static class Upsampling
{
    /// <summary>Repeats each element along an axis.</summary>
    internal static Tensor Nearest(Tensor x, int axis, int factor)
    {
        return factor == 1 ? x : Ops.Stretched("UpSampling", x, axis, factor);
    }

    /// <summary>Interpolates along an axis: each new element is a weighted sum of old ones near it.</summary>
    internal static Tensor Smooth(Tensor x, int axis, int factor, string interpolation)
    {
        int n = x.Shape.At(axis) ?? throw new ShapeException($"the length of a smoothly enlarged axis must be known. Received shape: {x.Shape}.");
        return Ops.Moveaxis(Ops.Matmul(Ops.Moveaxis(x, axis, -1), Ops.Cast(Weights(n, factor, interpolation), x.DType)), -1, axis);
    }

    private static Tensor Weights(int n, int factor, string interpolation)
    {
        (double radius, Func<double, double> kernel) = interpolation switch
        {
            "bilinear" => (1.0, static d => 1 - d),
            "bicubic" => (2.0, Cubic),
            "lanczos3" => (3.0, static d => Lanczos(d, 3)),
            _ => (5.0, (Func<double, double>)(static d => Lanczos(d, 5))),
        };
        int longer = Lengths.Product("UpSampling", n, factor);
        Tensor weights = Tensor.Zeros(new((n, longer), DType.Float32));
        for (int j = 0; j < longer; j++)
        {
            // Centres of pixels: half a step in, in both lengths. What would lie outside gives its share to the others.
            double centre = ((j + 0.5) / factor) - 0.5;
            (int Place, double Weight)[] near = [.. Enumerable.Range(0, n)
                .Select(i => (i, Math.Abs(i - centre))).Where(p => p.Item2 < radius).Select(p => (p.i, kernel(p.Item2)))];
            double sum = near.Sum(static p => p.Weight);
            foreach ((int place, double weight) in near)
            {
                weights.WriteDouble((place * longer) + j, weight / sum);
            }
        }

        return weights;
    }

    // Keys's kernel with a = -0.5.
    private static double Cubic(double d)
        => d <= 1 ? (((1.5 * d) - 2.5) * d * d) + 1 : (((((-0.5 * d) + 2.5) * d) - 4) * d) + 2;

    private static double Lanczos(double d, int a) => d == 0 ? 1 : a * Math.Sin(Math.PI * d) * Math.Sin(Math.PI * d / a) / (Math.PI * Math.PI * d * d);
}
