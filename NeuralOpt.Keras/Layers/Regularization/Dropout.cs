namespace NeuralOpt.Keras.Layers;

/// <summary>Sets elements to 0 by chance in training, and scales the others by <c>1 / (1 - rate)</c>.</summary>
/// <param name="rate">Fraction of the elements to drop, in [0, 1).</param>
/// <param name="noiseShape">Shape of the mask, which broadcasts to the input; null for the input's. An unknown axis is that of the input.</param>
/// <param name="seed">Makes the sequence of draws the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>Outside of training the input passes as it is.</remarks>
/// <example>
/// <code>
/// var model = new Sequential([new Input(64), new Dense(128, activation: "relu"), new Dropout(0.5), new Dense(1)]);
/// Tensor thinned = new Dropout(0.2, seed: 1).Apply(Ops.Ones((4, 8)), training: true);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularization_layers/dropout/"/>
public class Dropout(
    double rate,
    Shape? noiseShape = null,
    int? seed = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    private readonly SeedGenerator? _generator = rate > 0 ? new(seed) : null;

    /// <summary>Fraction of the elements to drop.</summary>
    public double Rate { get; } = Guard.Rate(rate, "Dropout");

    /// <summary>Shape of the mask.</summary>
    public Shape? NoiseShape { get; } = noiseShape;

    /// <summary>The seed that was given.</summary>
    public int? Seed { get; } = seed;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => context.Training && _generator is { } g ? RandomOps.Dropout(inputs, Rate, NoiseShape, g) : inputs;
}
