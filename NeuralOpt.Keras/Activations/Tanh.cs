namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>Hyperbolic tangent.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>; values between -1 and 1.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#tanh-function"/>
    public static Tensor Tanh(Tensor x)
        => Ops.Tanh(x);

    /// <summary>Tangent of straight lines: <c>min(max(x, -1), 1)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>; values from -1 to 1.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#hard_tanh-function"/>
    public static Tensor HardTanh(Tensor x)
        => Ops.HardTanh(x);

    /// <summary>What tanh takes away: <c>x - tanh(x)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#tanh_shrink-function"/>
    public static Tensor TanhShrink(Tensor x)
        => Ops.TanhShrink(x);

    /// <summary>Softsign: <c>x / (1 + |x|)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>; values between -1 and 1.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#softsign-function"/>
    public static Tensor Softsign(Tensor x)
        => Ops.Softsign(x);
}
