namespace NeuralOpt.Keras.Layers;

/// <summary>Exponential linear unit: <c>x</c> where <c>x &gt; 0</c>, else <c>alpha * (exp(x) - 1)</c>.</summary>
/// <param name="alpha">The limit far below 0 is <c>-alpha</c>; 1 by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new ELU(alpha: 1.0).Apply(x);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/activation_layers/elu/"/>
public class ELU(double alpha = 1.0, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>The limit far below 0, with the other sign.</summary>
    public double Alpha { get; } = Guard.Finite(alpha, "ELU", "alpha");

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.Elu(inputs, Alpha);
}
