namespace NeuralOpt.Keras.Initializers;

/// <summary>Numbers whose variance is <c>scale / n</c>, where n counts the inputs or outputs of the weight.</summary>
/// <param name="scale">Factor of the variance, above 0; 1 by default.</param>
/// <param name="mode">What n is: <c>"fan_in"</c> (default), <c>"fan_out"</c>, or <c>"fan_avg"</c>, their mean.</param>
/// <param name="distribution"><c>"truncated_normal"</c> (default), <c>"untruncated_normal"</c> or <c>"uniform"</c>.</param>
/// <param name="seed">Makes the draw the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="inputAxes">Axes of the weight that count as inputs; null for all but the last.</param>
/// <param name="outputAxes">Axes of the weight that count as outputs; null for the last.</param>
/// <remarks>
/// Without given axes, a weight of two axes has its rows as inputs and its columns as outputs; with more axes the earlier ones,
/// a convolution's kernel, multiply both. With given axes those that are neither multiply both.
/// </remarks>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new VarianceScaling(scale: 2.0, mode: "fan_out"));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#variancescaling-class"/>
public class VarianceScaling(
    double scale = 1.0,
    string mode = "fan_in",
    string distribution = "truncated_normal",
    int? seed = null,
    Axis? inputAxes = null,
    Axis? outputAxes = null)
    : RandomInitializer(seed)
{
    // Standard deviation of a standard normal truncated at 2.
    private const double Truncated = 0.87962566103423978;

    /// <summary>Factor of the variance.</summary>
    public double Scale { get; } = Guard.Above0(scale, "VarianceScaling", "scale");

    /// <summary>What n is.</summary>
    public string Mode { get; } = Guard.OneOfAnyCase(mode, "VarianceScaling", "mode", "fan_in", "fan_out", "fan_avg");

    /// <summary>The distribution that is drawn from.</summary>
    public string Distribution { get; } = Guard.OneOfAnyCase(
        distribution?.ToLowerInvariant() is "normal" ? "truncated_normal" : distribution,
        "VarianceScaling", "distribution", "truncated_normal", "untruncated_normal", "uniform");

    /// <summary>Axes of the weight that count as inputs.</summary>
    public Axis? InputAxes { get; } = inputAxes;

    /// <summary>Axes of the weight that count as outputs.</summary>
    public Axis? OutputAxes { get; } = outputAxes;

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32)
    {
        (double fanIn, double fanOut) = Fans(shape.ToArray());
        double s = Scale / Math.Max(1, Mode switch { "fan_in" => fanIn, "fan_out" => fanOut, _ => (fanIn + fanOut) / 2 });
        double limit = Math.Sqrt(3 * s);
        return Distribution switch
        {
            "uniform" => RandomOps.Uniform(shape, -limit, limit, dtype, Draws),
            "truncated_normal" => RandomOps.TruncatedNormal(shape, 0, Math.Sqrt(s) / Truncated, dtype, Draws),
            _ => RandomOps.Normal(shape, 0, Math.Sqrt(s), dtype, Draws),
        };
    }

    private (double In, double Out) Fans(int[] shape)
    {
        if (InputAxes is null && OutputAxes is null)
        {
            return shape switch
            {
                [] => (1, 1),
                [int n] => (n, n),
                [.. var kernel, int i, int o] => (Product(kernel) * i, Product(kernel) * o),
            };
        }

        int[] all = [.. Enumerable.Range(0, shape.Length)];
        int[] output = (OutputAxes ?? -1).Resolve("VarianceScaling", shape.Length);
        int[] input = InputAxes?.Resolve("VarianceScaling", shape.Length) ?? [.. all.Except(output)];
        output = OutputAxes is null ? [.. all.Except(input)] : output;
        double rest = Product(all.Except(input).Except(output).Select(a => shape[a]));
        return (rest * Product(input.Select(a => shape[a])), rest * Product(output.Select(a => shape[a])));
    }

    private static double Product(IEnumerable<int> lengths) => lengths.Aggregate(1.0, static (a, b) => a * b);
}
