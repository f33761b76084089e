namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Quotient of two tensors; the same as <see cref="Divide"/>.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape; floating point, float32 for integers.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#true_divide-function"/>
    public static Tensor TrueDivide(Tensor x1, Tensor x2) => Divide(x1, x2);

    /// <summary>Quotient of two tensors, 0 where the divisor is 0; element by element, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape; floating point, float32 for integers.</returns>
    /// <remarks>The gradient is 0 too where the divisor is 0.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#divide_no_nan-function"/>
    public static Tensor DivideNoNan(Tensor x1, Tensor x2)
    {
        Tensor zero = Equal(x2, 0);
        return Where(zero, 0, Divide(x1, Where(zero, 1, x2)));
    }
}
