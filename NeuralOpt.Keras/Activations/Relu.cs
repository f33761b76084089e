namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>Rectified linear unit: <c>max(x, 0)</c>, or with its arguments <c>min(x, max_value)</c> above the threshold and <c>negative_slope * (x - threshold)</c> below it.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="negativeSlope">Slope below the threshold; 0 by default.</param>
    /// <param name="maxValue">The maximum; null for none.</param>
    /// <param name="threshold">Below it the function is damped; 0 by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#relu-function"/>
    public static Tensor Relu(Tensor x, double negativeSlope = 0.0, double? maxValue = null, double threshold = 0.0)
    {
        if (negativeSlope == 0 && maxValue is null && threshold == 0)
        {
            return Ops.Relu(x);
        }

        if (negativeSlope != 0 && maxValue is null && threshold == 0)
        {
            return Ops.LeakyRelu(x, negativeSlope);
        }

        Tensor y = threshold == 0 ? Ops.Relu(x) : Ops.Where(Ops.Greater(x, threshold), x, 0);
        y = maxValue is { } max ? Ops.Clip(y, 0, max) : y;
        return negativeSlope == 0 ? y : y - (negativeSlope * Ops.Relu(threshold - x));
    }

    /// <inheritdoc cref="Relu(Tensor, double, double?, double)"/>
    public static Tensor Relu(Tensor x) => Relu(x, negativeSlope: 0.0);

    /// <summary>ReLU that stops at 6: <c>min(max(x, 0), 6)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#relu6-function"/>
    public static Tensor Relu6(Tensor x)
        => Ops.Relu6(x);

    /// <summary>ReLU with a slope below 0: <c>x</c> where <c>x &gt; 0</c>, else <c>negative_slope * x</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="negativeSlope">Slope below 0; 0.2 by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#leaky_relu-function"/>
    public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.2)
        => Ops.LeakyRelu(x, negativeSlope);

    /// <inheritdoc cref="LeakyRelu(Tensor, double)"/>
    public static Tensor LeakyRelu(Tensor x) => LeakyRelu(x, negativeSlope: 0.2);

    /// <summary>Another value for everything up to a threshold: <c>x</c> where <c>x &gt; threshold</c>, else <c>default_value</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="threshold">Values above it stay.</param>
    /// <param name="defaultValue">What the others become.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#threshold-function"/>
    public static Tensor Threshold(Tensor x, double threshold, double defaultValue)
        => Ops.Threshold(x, threshold, defaultValue);
}
