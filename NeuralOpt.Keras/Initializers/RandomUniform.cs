namespace NeuralOpt.Keras.Initializers;

/// <summary>Numbers between two bounds, each as likely as the other.</summary>
/// <param name="minval">The lower bound; -0.05 by default.</param>
/// <param name="maxval">The upper bound; 0.05 by default.</param>
/// <param name="seed">Makes the draw the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new RandomUniform(-0.05, 0.05));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#randomuniform-class"/>
[KerasName("uniform")]
public class RandomUniform(double minval = -0.05, double maxval = 0.05, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>The lower bound.</summary>
    public double Minval { get; } = Guard.Finite(minval, "RandomUniform", "minval");

    /// <summary>The upper bound.</summary>
    public double Maxval { get; } = Upper(minval, maxval);

    private static double Upper(double minval, double maxval)
    {
        Guard.Range(minval, maxval, "RandomUniform");
        return maxval;
    }

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32) => RandomOps.Uniform(shape, Minval, Maxval, dtype, Draws);
}
