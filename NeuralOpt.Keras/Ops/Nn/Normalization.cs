namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Batch normalisation with given statistics: <c>(x - mean) / sqrt(variance + epsilon) * scale + offset</c>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="mean">One for each element of the axis.</param>
    /// <param name="variance">One for each element of the axis.</param>
    /// <param name="axis">The axis of the features; the others share their statistics.</param>
    /// <param name="offset">Added, one for each element of the axis; null for none.</param>
    /// <param name="scale">Factor, one for each element of the axis; null for none.</param>
    /// <param name="epsilon">Added to the variance; 0.001 by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <exception cref="ShapeException">A vector does not have the length of the axis.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#batch_normalization-function"/>
    /// <seealso href="https://arxiv.org/abs/1502.03167"/>
    public static Tensor BatchNormalization(Tensor x, Tensor mean, Tensor variance, int axis, Tensor? offset = null, Tensor? scale = null, double epsilon = 1e-3)
    {
        x = Promotion.Floating(x);
        Guard.NotNull(mean);
        Guard.NotNull(variance);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(BatchNormalization(wide, mean, variance, axis, offset, scale, epsilon), DType.Float16);
        }

        int a = Axis.One("BatchNormalization", axis, x);

        // One factor and one summand for each feature, so that the large tensor is passed once.
        Tensor factor = Rsqrt(Cast(variance, x.DType) + epsilon);
        factor = scale is { } s ? factor * Cast(s, x.DType) : factor;
        Tensor summand = -(Cast(mean, x.DType) * factor);
        summand = offset is { } o ? summand + Cast(o, x.DType) : summand;
        return (x * Along("BatchNormalization", factor, x, a)) + Along("BatchNormalization", summand, x, a);
    }

    /// <summary>Layer normalisation: each sample to mean 0 and variance 1 over axes, then <c>* gamma + beta</c>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="gamma">Factor of the shape of the axes; null for none.</param>
    /// <param name="beta">Added, of the shape of the axes; null for none.</param>
    /// <param name="axis">The axes; the last by default.</param>
    /// <param name="epsilon">Added to the variance; null for 1e-7.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#layer_normalization-function"/>
    /// <seealso href="https://arxiv.org/abs/1607.06450"/>
    public static Tensor LayerNormalization(Tensor x, Tensor? gamma = null, Tensor? beta = null, Axis? axis = null, double? epsilon = null)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(LayerNormalization(wide, gamma, beta, axis, epsilon), DType.Float16);
        }

        int[] axes = (axis ?? -1).Resolve("LayerNormalization", x.Rank);
        Tensor centred = x - Mean(x, axes, keepdims: true);
        Tensor y = centred * Rsqrt(Mean(Square(centred), axes, keepdims: true) + (epsilon ?? Fuzz));
        y = gamma is { } g ? y * Along("LayerNormalization", Cast(g, x.DType), x, axes) : y;
        return beta is { } b ? y + Along("LayerNormalization", Cast(b, x.DType), x, axes) : y;
    }

    /// <summary>Normalisation by the root of the mean square over axes: <c>x / sqrt(mean(x^2) + epsilon) * scale</c>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="scale">Factor of the shape of the axes; null for none.</param>
    /// <param name="axis">The axes; the last by default.</param>
    /// <param name="epsilon">Added to the mean square; null for 1e-7.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#rms_normalization-function"/>
    /// <seealso href="https://arxiv.org/abs/1910.07467"/>
    public static Tensor RmsNormalization(Tensor x, Tensor? scale = null, Axis? axis = null, double? epsilon = null)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(RmsNormalization(wide, scale, axis, epsilon), DType.Float16);
        }

        int[] axes = (axis ?? -1).Resolve("RmsNormalization", x.Rank);
        Tensor y = x * Rsqrt(Mean(Square(x), axes, keepdims: true) + (epsilon ?? Fuzz));
        return scale is { } s ? y * Along("RmsNormalization", Cast(s, x.DType), x, axes) : y;
    }

    /// <summary>A tensor that has only some axes of <paramref name="x"/>, with length 1 for the others.</summary>
    private static Tensor Along(string op, Tensor vector, Tensor x, params int[] axes)
    {
        if (!vector.Shape.IsCompatibleWith(axes.Select(a => x.Shape.At(a)).ToArray()))
        {
            throw new ShapeException($"{op}: statistics, scale and offset must have the lengths of the axes ({string.Join(", ", axes)}) of x. Received shapes: {x.Shape}, {vector.Shape}.");
        }

        int tail = x.Rank - 1;
        return axes.Length == 1 && axes[0] == tail
            ? vector
            : InsertedAxes(vector, Enumerable.Range(0, x.Rank).Select(i => axes.Contains(i) ? vector.Shape.At(System.Array.IndexOf(axes, i)) : 1).ToArray());
    }
}
