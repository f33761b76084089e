namespace NeuralOpt.Keras.Initializers;

/// <summary>Normal numbers of standard deviation <c>sqrt(1 / inputs)</c>, truncated at two, after LeCun et al..</summary>
/// <param name="seed">Makes the draw the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="inputAxes">Axes of the weight that count as inputs; null for all but the last.</param>
/// <param name="outputAxes">Axes of the weight that count as outputs; null for the last.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new LecunNormal());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#lecunnormal-class"/>
public class LecunNormal(int? seed = null, Axis? inputAxes = null, Axis? outputAxes = null)
    : VarianceScaling(1.0, "fan_in", "truncated_normal", seed, inputAxes, outputAxes);
