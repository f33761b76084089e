namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>Exponential linear unit: <c>x</c> where <c>x &gt; 0</c>, else <c>alpha * (exp(x) - 1)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="alpha">The limit far below 0 is <c>-alpha</c>; 1 by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#elu-function"/>
    public static Tensor Elu(Tensor x, double alpha = 1.0)
        => Ops.Elu(x, alpha);

    /// <inheritdoc cref="Elu(Tensor, double)"/>
    public static Tensor Elu(Tensor x) => Elu(x, alpha: 1.0);

    /// <summary>Continuously differentiable ELU: <c>max(x, 0) + min(0, alpha * (exp(x / alpha) - 1))</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="alpha">The limit far below 0 is <c>-alpha</c>; 1 by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#celu-function"/>
    public static Tensor Celu(Tensor x, double alpha = 1.0)
        => Ops.Celu(x, alpha);

    /// <inheritdoc cref="Celu(Tensor, double)"/>
    public static Tensor Celu(Tensor x) => Celu(x, alpha: 1.0);

    /// <summary>Scaled ELU: <c>1.0507 * elu(x, 1.67326)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>Meant for weights of <c>lecun_normal</c> and <c>AlphaDropout</c>.</remarks>
    /// <seealso href="https://keras.io/api/layers/activations/#selu-function"/>
    public static Tensor Selu(Tensor x)
        => Ops.Selu(x);

    /// <summary>Exponential: <c>exp(x)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#exponential-function"/>
    public static Tensor Exponential(Tensor x)
        => Ops.Exp(x);
}
