namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>0 near 0: <c>x</c> where <c>|x| &gt; threshold</c>, else 0.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="threshold">How near; 0.5 by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#hard_shrink-function"/>
    public static Tensor HardShrink(Tensor x, double threshold = 0.5)
        => Ops.HardShrink(x, threshold);

    /// <inheritdoc cref="HardShrink(Tensor, double)"/>
    public static Tensor HardShrink(Tensor x) => HardShrink(x, threshold: 0.5);

    /// <summary>0 near 0, and everything else nearer to it by the threshold.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="threshold">How near, and how much; 0.5 by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#soft_shrink-function"/>
    public static Tensor SoftShrink(Tensor x, double threshold = 0.5)
        => Ops.SoftShrink(x, threshold);

    /// <inheritdoc cref="SoftShrink(Tensor, double)"/>
    public static Tensor SoftShrink(Tensor x) => SoftShrink(x, threshold: 0.5);
}
