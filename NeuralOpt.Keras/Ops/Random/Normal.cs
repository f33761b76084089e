using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class RandomOps
{
    /// <summary>Normally distributed numbers.</summary>
    /// <param name="shape">Shape of the result.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="stddev">Their standard deviation.</param>
    /// <param name="dtype">A floating-point type; float32 by default.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>A tensor of that shape and dtype.</returns>
    /// <seealso href="https://keras.io/api/random/random_ops/#normal-function"/>
    public static Tensor Normal(Shape shape, double mean = 0.0, double stddev = 1.0, DTypeLike? dtype = null, Seed? seed = null)
        => Draw("Normal", RandomKind.Normal, shape, Guard.Finite(mean, "Normal", nameof(mean)), Guard.NotNegative(stddev, "Normal", nameof(stddev)), Floating("Normal", dtype), seed);

    /// <summary>Normally distributed numbers within two standard deviations of the mean; others are drawn again.</summary>
    /// <param name="shape">Shape of the result.</param>
    /// <param name="mean">Mean before truncation.</param>
    /// <param name="stddev">Standard deviation before truncation.</param>
    /// <param name="dtype">A floating-point type; float32 by default.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>A tensor of that shape and dtype.</returns>
    /// <seealso href="https://keras.io/api/random/random_ops/#truncated_normal-function"/>
    public static Tensor TruncatedNormal(Shape shape, double mean = 0.0, double stddev = 1.0, DTypeLike? dtype = null, Seed? seed = null)
        => Draw("TruncatedNormal", RandomKind.TruncatedNormal, shape, Guard.Finite(mean, "TruncatedNormal", nameof(mean)), Guard.NotNegative(stddev, "TruncatedNormal", nameof(stddev)), Floating("TruncatedNormal", dtype), seed);
}
