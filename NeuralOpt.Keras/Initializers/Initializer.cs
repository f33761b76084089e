namespace NeuralOpt.Keras.Initializers;

/// <summary>How a weight starts.</summary>
/// <remarks>Wherever one is expected, Keras's name does as well: <c>kernelInitializer: "he_normal"</c>.</remarks>
/// <seealso href="https://keras.io/api/layers/initializers/"/>
public abstract class Initializer : IConfigurable
{
    /// <summary>Makes the first value of a weight.</summary>
    /// <param name="shape">Shape of the weight.</param>
    /// <param name="dtype">Type of its elements.</param>
    public abstract Tensor Apply(Shape shape, DType dtype = DType.Float32);

    /// <summary>The initializer of that name, with its defaults.</summary>
    /// <param name="name">A name that Keras knows, such as <c>"glorot_uniform"</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    public static implicit operator Initializer(string name) => Registry.Create<Initializer>(name);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);
}
