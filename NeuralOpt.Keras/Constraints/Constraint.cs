namespace NeuralOpt.Keras.Constraints;

/// <summary>A projection applied to a weight after each update.</summary>
/// <remarks>Wherever one is expected, Keras's name does as well: <c>kernelConstraint: "non_neg"</c>. Derive from it to write your own.</remarks>
/// <seealso href="https://keras.io/api/layers/constraints/"/>
public abstract class Constraint : IConfigurable
{
    /// <summary>The projected weight.</summary>
    /// <param name="w">The weight after an update.</param>
    /// <returns>Shape and dtype of <paramref name="w"/>.</returns>
    public abstract Tensor Apply(Tensor w);

    /// <summary>The constraint of that name, with its defaults.</summary>
    /// <param name="name">A name that Keras knows, such as <c>"max_norm"</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    public static implicit operator Constraint(string name) => Registry.Create<Constraint>(name);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);
}
