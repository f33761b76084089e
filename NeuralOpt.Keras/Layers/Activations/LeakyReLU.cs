namespace NeuralOpt.Keras.Layers;

/// <summary>ReLU with a slope below 0: <c>x</c> where <c>x &gt; 0</c>, else <c>negative_slope * x</c>.</summary>
/// <param name="negativeSlope">Slope below 0, at least 0; 0.3 by default.</param>
/// <param name="alpha">Keras 2's spelling of <paramref name="negativeSlope"/>.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// var model = new Sequential([new Input(100), new Dense(64), new LeakyReLU(0.2), new Dense(64, activation: new LeakyReLU(0.2))]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/activation_layers/leaky_relu/"/>
public class LeakyReLU(
    double negativeSlope = 0.3,
    [ConfigName(null)] double? alpha = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>Slope below 0.</summary>
    public double NegativeSlope { get; } = Guard.NotNegative(alpha ?? negativeSlope, "LeakyReLU", "negativeSlope");

    /// <summary>The slope, as given in Keras 2's spelling.</summary>
    public double? Alpha { get; } = alpha;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.LeakyRelu(inputs, NegativeSlope);
}
