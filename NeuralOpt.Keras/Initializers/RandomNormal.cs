namespace NeuralOpt.Keras.Initializers;

/// <summary>Normally distributed numbers.</summary>
/// <param name="mean">Their mean; 0 by default.</param>
/// <param name="stddev">Their standard deviation; 0.05 by default.</param>
/// <param name="seed">Makes the draw the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new RandomNormal(stddev: 0.01));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#randomnormal-class"/>
[KerasName("normal")]
public class RandomNormal(double mean = 0.0, double stddev = 0.05, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>Their mean.</summary>
    public double Mean { get; } = Guard.Finite(mean, "RandomNormal", "mean");

    /// <summary>Their standard deviation.</summary>
    public double Stddev { get; } = Guard.NotNegative(stddev, "RandomNormal", "stddev");

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32) => RandomOps.Normal(shape, Mean, Stddev, dtype, Draws);
}
