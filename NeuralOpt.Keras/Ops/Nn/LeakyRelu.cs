namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>ReLU with a slope below 0: <c>x</c> above 0, else <c>negativeSlope * x</c>; element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="negativeSlope">Slope below 0; 0.2 by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#leaky_relu-function"/>
    public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.2)
    {
        x = Promotion.Floating(x);
        return Where(Greater(x, 0), x, negativeSlope * x);
    }

    /// <summary>ReLU up to 6: <c>min(max(x, 0), 6)</c>, element by element.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>At 0 and at 6 the gradient is 0.</remarks>
    /// <seealso href="https://keras.io/api/ops/nn/#relu6-function"/>
    public static Tensor Relu6(Tensor x) => Minimum(6, Relu(x));

    /// <summary>The elements above a threshold, another value for the rest.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="threshold">Elements up to it are replaced.</param>
    /// <param name="defaultValue">What replaces them.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#threshold-function"/>
    public static Tensor Threshold(Tensor x, double threshold, double defaultValue)
    {
        x = Promotion.Floating(x);
        return Where(Greater(x, threshold), x, defaultValue);
    }
}
