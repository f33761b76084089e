namespace NeuralOpt.Keras.Initializers;

/// <summary>Uniform numbers within <c>sqrt(6 / (inputs + outputs))</c> of 0, after Glorot and Bengio.</summary>
/// <param name="seed">Makes the draw the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="inputAxes">Axes of the weight that count as inputs; null for all but the last.</param>
/// <param name="outputAxes">Axes of the weight that count as outputs; null for the last.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new GlorotUniform(seed: 42));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#glorotuniform-class"/>
public class GlorotUniform(int? seed = null, Axis? inputAxes = null, Axis? outputAxes = null)
    : VarianceScaling(1.0, "fan_avg", "uniform", seed, inputAxes, outputAxes);
