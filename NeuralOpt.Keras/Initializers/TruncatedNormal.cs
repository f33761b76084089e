namespace NeuralOpt.Keras.Initializers;

/// <summary>Normally distributed numbers within two standard deviations of the mean; others are drawn again.</summary>
/// <param name="mean">Mean before truncation; 0 by default.</param>
/// <param name="stddev">Standard deviation before truncation; 0.05 by default.</param>
/// <param name="seed">Makes the draw the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new TruncatedNormal(stddev: 0.02));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#truncatednormal-class"/>
public class TruncatedNormal(double mean = 0.0, double stddev = 0.05, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>Mean before truncation.</summary>
    public double Mean { get; } = Guard.Finite(mean, "TruncatedNormal", "mean");

    /// <summary>Standard deviation before truncation.</summary>
    public double Stddev { get; } = Guard.NotNegative(stddev, "TruncatedNormal", "stddev");

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32) => RandomOps.TruncatedNormal(shape, Mean, Stddev, dtype, Draws);
}
