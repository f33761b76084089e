namespace NeuralOpt.Keras.Regularizers;

/// <summary>A penalty on a weight or an output, added to the loss.</summary>
/// <remarks>Wherever one is expected, Keras's name does as well: <c>kernelRegularizer: "l2"</c>. Derive from it to write your own.</remarks>
/// <seealso href="https://keras.io/api/layers/regularizers/"/>
public abstract class Regularizer : IConfigurable
{
    /// <summary>The penalty.</summary>
    /// <param name="x">A weight or an output.</param>
    /// <returns>A scalar.</returns>
    public abstract Tensor Apply(Tensor x);

    /// <summary>The regularizer of that name, with its defaults.</summary>
    /// <param name="name">A name that Keras knows, such as <c>"l2"</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    public static implicit operator Regularizer(string name) => Registry.Create<Regularizer>(name);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);
}
