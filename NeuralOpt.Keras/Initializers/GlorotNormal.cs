namespace NeuralOpt.Keras.Initializers;

/// <summary>Normal numbers of standard deviation <c>sqrt(2 / (inputs + outputs))</c>, truncated at two, after Glorot and Bengio.</summary>
/// <param name="seed">Makes the draw the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="inputAxes">Axes of the weight that count as inputs; null for all but the last.</param>
/// <param name="outputAxes">Axes of the weight that count as outputs; null for the last.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new GlorotNormal());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#glorotnormal-class"/>
public class GlorotNormal(int? seed = null, Axis? inputAxes = null, Axis? outputAxes = null)
    : VarianceScaling(1.0, "fan_avg", "truncated_normal", seed, inputAxes, outputAxes);
