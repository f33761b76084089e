namespace NeuralOpt.Keras.Layers;

/// <summary>Sets whole channels over depth, height and width to 0 by chance in training, and scales the others by <c>1 / (1 - rate)</c>.</summary>
/// <param name="rate">Fraction of the channels to drop, in [0, 1).</param>
/// <param name="dataFormat"><c>"channels_last"</c> (default) or <c>"channels_first"</c>.</param>
/// <param name="seed">Makes the sequence of draws the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new SpatialDropout3D(0.2).Apply(Ops.Ones((2, 4, 4, 4, 8)), training: true);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularization_layers/spatial_dropout3d/"/>
public class SpatialDropout3D(
    double rate, string? dataFormat = null, int? seed = null, string? name = null, string? dtype = null, bool trainable = true, Shape? inputShape = null)
    : BaseSpatialDropout(3, rate, dataFormat, seed, name, trainable, dtype, inputShape);
