using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The greater of two elements, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <remarks>Of equal elements the first gets the gradient, as in TensorFlow. NaN wins.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#maximum-function"/>
    public static Tensor Maximum(Tensor x1, Tensor x2) => BinaryOp.Apply(new ExtremumOp(BinaryKind.Maximum), x1, x2);

    /// <summary>The lesser of two elements, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <remarks>Of equal elements the first gets the gradient, as in TensorFlow. NaN wins.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#minimum-function"/>
    public static Tensor Minimum(Tensor x1, Tensor x2) => BinaryOp.Apply(new ExtremumOp(BinaryKind.Minimum), x1, x2);

    private sealed class ExtremumOp(BinaryKind kind) : BinaryOp(kind)
    {
        private readonly BinaryKind _first = kind == BinaryKind.Maximum ? BinaryKind.GreaterEqual : BinaryKind.LessEqual;

        protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b)
        {
            Tensor first = Compare(_first, a, b);
            return [Where(first, dy, 0), Where(first, 0, dy)];
        }
    }
}
