namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>Softmax: <c>exp(x) / sum(exp(x))</c> along an axis.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="axis">The axis whose values will sum to 1; the last by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>The maximum is subtracted first, so that large inputs do not overflow.</remarks>
    /// <seealso href="https://keras.io/api/layers/activations/#softmax-function"/>
    public static Tensor Softmax(Tensor x, int axis = -1)
        => Ops.Softmax(x, axis);

    /// <inheritdoc cref="Softmax(Tensor, int)"/>
    public static Tensor Softmax(Tensor x) => Softmax(x, axis: -1);

    /// <summary>Logarithm of the softmax: <c>x - logsumexp(x)</c> along an axis.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="axis">The axis of the softmax; the last by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#log_softmax-function"/>
    public static Tensor LogSoftmax(Tensor x, int axis = -1)
        => Ops.LogSoftmax(x, axis);

    /// <inheritdoc cref="LogSoftmax(Tensor, int)"/>
    public static Tensor LogSoftmax(Tensor x) => LogSoftmax(x, axis: -1);
}
