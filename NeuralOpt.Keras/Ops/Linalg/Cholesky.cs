namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Cholesky's factor of symmetric, positive definite matrices: the lower triangle L with <c>L L^T = x</c>.</summary>
    /// <param name="x">(..., n, n), of which the lower triangle counts; integers become float32.</param>
    /// <param name="upper">Whether to give <c>L^T</c>.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <exception cref="ArgumentException">A matrix is not positive definite.</exception>
    /// <seealso href="https://keras.io/api/ops/linalg/#cholesky-function"/>
    public static Tensor Cholesky(Tensor x, bool upper = false)
    {
        Tensor lower = MatrixOp.Apply(
            "Cholesky",
            [MatrixOp.Square("Cholesky", x)],
            static s => s[0].Shape.At(^1),
            static s => s[0].Shape.At(^1),
            static m => Elimination.Cholesky(m[0]),
            static (dy, y, _) =>
            {
                // With P the lower triangle of L^T dL, its diagonal halved, the gradient is the symmetric part of L^-T P L^-1.
                Tensor p = Tril(MatrixProduct(y, dy, transposeA: true));
                p = p - (0.5 * p * Eye(y.Shape[^1], dtype: y.DType));
                Tensor transposed = Swapaxes(y, -1, -2);
                Tensor half = SolveTriangular(transposed, p);
                Tensor s = Swapaxes(SolveTriangular(transposed, Swapaxes(half, -1, -2)), -1, -2);
                return [0.5 * (s + Swapaxes(s, -1, -2))];
            });
        return upper ? Swapaxes(lower, -1, -2) : lower;
    }

    /// <summary>Inverse of the matrices that Cholesky's factors stand for.</summary>
    /// <param name="x">Cholesky's factors, (..., n, n).</param>
    /// <param name="upper">Whether they are upper triangles.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/linalg/#cholesky_inverse-function"/>
    public static Tensor CholeskyInverse(Tensor x, bool upper = false)
    {
        Tensor factor = MatrixOp.Square("CholeskyInverse", x);
        Tensor inverse = Inverse("CholeskyInverse", upper ? Triu(factor) : Tril(factor));
        return upper ? MatrixProduct(inverse, inverse, transposeB: true) : MatrixProduct(inverse, inverse, transposeA: true);
    }
}
