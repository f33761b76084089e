namespace NeuralOpt.Keras.Initializers;

/// <summary>Uniform numbers within <c>sqrt(6 / inputs)</c> of 0, after He et al..</summary>
/// <param name="seed">Makes the draw the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="inputAxes">Axes of the weight that count as inputs; null for all but the last.</param>
/// <param name="outputAxes">Axes of the weight that count as outputs; null for the last.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new HeUniform());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#heuniform-class"/>
public class HeUniform(int? seed = null, Axis? inputAxes = null, Axis? outputAxes = null)
    : VarianceScaling(2.0, "fan_in", "uniform", seed, inputAxes, outputAxes);
