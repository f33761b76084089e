namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Eigenvalues and eigenvectors of symmetric matrices.</summary>
    /// <param name="x">(..., n, n), of which the lower triangle counts; integers become float32.</param>
    /// <returns>The values (..., n), ascending, and the vectors (..., n, n) as columns, each up to its sign.</returns>
    /// <exception cref="ShapeException">The matrices are not square.</exception>
    /// <seealso href="https://keras.io/api/ops/linalg/#eigh-function"/>
    public static (Tensor Eigenvalues, Tensor Eigenvectors) Eigh(Tensor x)
    {
        x = MatrixOp.Square("Eigh", x);
        Tensor vectors = MatrixOp.Apply(
            "Eigh",
            [x],
            static s => s[0].Shape.At(^1),
            static s => s[0].Shape.At(^1),
            static m => Jacobi.Eigen(m[0]).Vectors,
            static (dy, v, inputs) =>
            {
                Tensor values = Sum(v * MatrixProduct(inputs[0], v), -2);
                Tensor gaps = ExpandDims(values, -2) - ExpandDims(values, -1);
                Tensor inner = DivideNoNan(MatrixProduct(v, dy, transposeA: true), gaps);
                Tensor d = MatrixProduct(MatrixProduct(v, inner), v, transposeB: true);
                return [0.5 * (d + Swapaxes(d, -1, -2))];
            });

        // The change of a value is that of x between its vector.
        Tensor fixedVectors = StopGradient(vectors);
        Tensor symmetric = Tril(x) + Swapaxes(Tril(x, -1), -1, -2);
        return (Sum(fixedVectors * MatrixProduct(symmetric, fixedVectors), -2), vectors);
    }
}
