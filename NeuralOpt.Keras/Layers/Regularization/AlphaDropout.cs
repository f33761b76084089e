namespace NeuralOpt.Keras.Layers;

/// <summary>Dropout that keeps mean and variance of what <c>selu</c> gives.</summary>
/// <param name="rate">Fraction of the elements to drop, in [0, 1).</param>
/// <param name="noiseShape">Shape of the mask, which broadcasts to the input; null for the input's. An unknown axis is that of the input.</param>
/// <param name="seed">Makes the sequence of draws the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// var model = new Sequential([new Input(64), new Dense(32, activation: "selu", kernelInitializer: "lecun_normal"), new AlphaDropout(0.1)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularization_layers/alpha_dropout/"/>
public class AlphaDropout(
    double rate,
    Shape? noiseShape = null,
    int? seed = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    // What selu tends to far below 0.
    private const double Low = -1.6732632423543772 * 1.0507009873554805;

    private readonly SeedGenerator? _generator = rate > 0 ? new(seed) : null;

    /// <summary>Fraction of the elements to drop.</summary>
    public double Rate { get; } = Guard.Rate(rate, "AlphaDropout");

    /// <summary>Shape of the mask.</summary>
    public Shape? NoiseShape { get; } = noiseShape;

    /// <summary>The seed that was given.</summary>
    public int? Seed { get; } = seed;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (!context.Training || _generator is null)
        {
            return inputs;
        }

        double a = Math.Pow((1 - Rate) * (1 + (Rate * Low * Low)), -0.5);
        double b = -a * Low * Rate;
        Shape noise = NoiseShape is { } shape ? shape.Select((d, i) => d ?? inputs.Shape.At(i)).ToArray() : inputs.Shape;
        Tensor keep = Ops.Cast(RandomOps.Uniform(noise, dtype: inputs.DType, seed: _generator) >= Rate, inputs.DType);
        return (a * ((inputs * keep) + (Low * (1 - keep)))) + b;
    }
}
