namespace NeuralOpt.Keras.Layers;

/// <summary>Multiplies by normally distributed noise around 1 in training.</summary>
/// <param name="rate">As of <see cref="Dropout"/>, in [0, 1): the noise has standard deviation <c>sqrt(rate / (1 - rate))</c>.</param>
/// <param name="seed">Makes the sequence of draws the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor noisy = new GaussianDropout(0.1, seed: 1).Apply(Ops.Ones((4, 8)), training: true);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularization_layers/gaussian_dropout/"/>
public class GaussianDropout(
    double rate,
    int? seed = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    private readonly SeedGenerator? _generator = rate > 0 ? new(seed) : null;

    /// <summary>As of <see cref="Dropout"/>.</summary>
    public double Rate { get; } = Guard.Rate(rate, "GaussianDropout");

    /// <summary>The seed that was given.</summary>
    public int? Seed { get; } = seed;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
        => context.Training && _generator is { } g
            ? inputs * RandomOps.Normal(inputs.Shape, 1, Math.Sqrt(Rate / (1 - Rate)), inputs.DType, g)
            : inputs;
}
