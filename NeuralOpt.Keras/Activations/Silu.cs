namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>Sigmoid linear unit: <c>x * sigmoid(x)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>Also known as swish.</remarks>
    /// <seealso href="https://keras.io/api/layers/activations/#silu-function"/>
    public static Tensor Silu(Tensor x)
        => Ops.Silu(x);

    /// <summary>Sigmoid linear unit by its older name: <c>x * sigmoid(x)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#silu-function"/>
    public static Tensor Swish(Tensor x)
        => Ops.Silu(x);

    /// <summary>SiLU of straight lines: <c>x * relu6(x + 3) / 6</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#hard_silu-function"/>
    public static Tensor HardSilu(Tensor x)
        => Ops.HardSilu(x);

    /// <summary>SiLU of straight lines by its older name: <c>x * relu6(x + 3) / 6</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#hard_silu-function"/>
    public static Tensor HardSwish(Tensor x)
        => Ops.HardSilu(x);

    /// <summary>Gaussian error linear unit: <c>x * P(X &lt;= x)</c> for a standard normal X.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="approximate">Whether to take the approximation by tanh; false by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#gelu-function"/>
    public static Tensor Gelu(Tensor x, bool approximate = false)
        => Ops.Gelu(x, approximate);

    /// <inheritdoc cref="Gelu(Tensor, bool)"/>
    public static Tensor Gelu(Tensor x) => Gelu(x, approximate: false);

    /// <summary>Mish: <c>x * tanh(softplus(x))</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#mish-function"/>
    public static Tensor Mish(Tensor x)
        => x * Ops.Tanh(Ops.Softplus(x));

    /// <summary>Gated linear unit: the first half of an axis times the sigmoid of its second half.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="axis">The axis to halve, the last by default; its length must be even.</param>
    /// <returns>Dtype of <paramref name="x"/>, with half the length at the axis.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#glu-function"/>
    public static Tensor Glu(Tensor x, int axis = -1)
        => Ops.Glu(x, axis);

    /// <inheritdoc cref="Glu(Tensor, int)"/>
    public static Tensor Glu(Tensor x) => Glu(x, axis: -1);
}
