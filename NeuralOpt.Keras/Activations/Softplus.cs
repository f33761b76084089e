namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>Softplus, a smooth ReLU: <c>log(1 + exp(x))</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#softplus-function"/>
    public static Tensor Softplus(Tensor x)
        => Ops.Softplus(x);

    /// <summary>Squareplus, a smooth ReLU without exponentials: <c>(x + sqrt(x^2 + b)) / 2</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="b">How smooth; 4 by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#squareplus-function"/>
    public static Tensor Squareplus(Tensor x, double b = 4)
        => Ops.Squareplus(x, b);

    /// <inheritdoc cref="Squareplus(Tensor, double)"/>
    public static Tensor Squareplus(Tensor x) => Squareplus(x, b: 4);

    /// <summary>Softplus of pieces: 0 up to -1, <c>(x + 1)^2 / 4</c> up to 1, then <c>x</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#sparse_plus-function"/>
    public static Tensor SparsePlus(Tensor x)
        => Ops.SparsePlus(x);
}
