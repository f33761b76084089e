namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>Logistic function: <c>1 / (1 + exp(-x))</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>; values between 0 and 1.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#sigmoid-function"/>
    public static Tensor Sigmoid(Tensor x)
        => Ops.Sigmoid(x);

    /// <summary>Logarithm of the sigmoid: <c>-softplus(-x)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#log_sigmoid-function"/>
    public static Tensor LogSigmoid(Tensor x)
        => Ops.LogSigmoid(x);

    /// <summary>Sigmoid of straight lines: <c>relu6(x + 3) / 6</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>; values from 0 to 1.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#hard_sigmoid-function"/>
    public static Tensor HardSigmoid(Tensor x)
        => Ops.HardSigmoid(x);

    /// <summary>Sigmoid of straight lines that reaches its ends at -1 and 1: <c>min(max((x + 1) / 2, 0), 1)</c>.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>; values from 0 to 1.</returns>
    /// <seealso href="https://keras.io/api/layers/activations/#sparse_sigmoid-function"/>
    public static Tensor SparseSigmoid(Tensor x)
        => Ops.SparseSigmoid(x);
}
