namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Singular value decomposition of matrices: <c>x = U diag(s) Vh</c>.</summary>
    /// <param name="x">(..., m, n); integers become float32.</param>
    /// <param name="fullMatrices">Whether U and Vh are square; else they have min(m, n) columns and rows.</param>
    /// <param name="computeUv">Must be true; <see cref="SingularValues"/> are what false gives in Python.</param>
    /// <returns>U (..., m, k), the values (..., min(m, n)) in descending order, Vh (..., l, n); the vectors up to their sign.</returns>
    /// <remarks>By one-sided Jacobi rotations. The values have a gradient, the vectors have none.</remarks>
    /// <seealso href="https://keras.io/api/ops/linalg/#svd-function"/>
    public static (Tensor U, Tensor S, Tensor Vh) Svd(Tensor x, bool fullMatrices = true, bool computeUv = true)
    {
        x = MatrixOp.Matrices("Svd", x);
        if (!computeUv)
        {
            throw new KerasArgumentException("Svd: computeUv must be true; use SingularValues for the values alone. Received: false.");
        }

        Tensor fixedX = StopGradient(x);
        Tensor u = MatrixOp.Apply(
            "Svd",
            [fixedX],
            static s => s[0].Shape.At(^2),
            s => fullMatrices ? s[0].Shape.At(^2) : Least(s[0].Shape),
            m => Completed(Jacobi.Singular(m[0]).U, fullMatrices));
        Tensor vh = MatrixOp.Apply(
            "Svd",
            [fixedX],
            s => fullMatrices ? s[0].Shape.At(^1) : Least(s[0].Shape),
            static s => s[0].Shape.At(^1),
            m => Jacobi.Transposed(Completed(Jacobi.Singular(m[0]).V, fullMatrices)));
        return (u, SingularValues(x), vh);
    }

    /// <summary>Singular values of matrices in descending order: Keras's <c>svd(x, compute_uv=False)</c>.</summary>
    /// <param name="x">(..., m, n); integers become float32.</param>
    /// <returns>(..., min(m, n)), the floating-point dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/linalg/#svd-function"/>
    public static Tensor SingularValues(Tensor x)
        => Squeeze(
            MatrixOp.Apply(
                "SingularValues",
                [MatrixOp.Matrices("SingularValues", x)],
                static s => Least(s[0].Shape),
                static _ => 1,
                static m =>
                {
                    double[] values = Jacobi.Singular(m[0]).Values;
                    double[,] column = new double[values.Length, 1];
                    for (int i = 0; i < values.Length; i++)
                    {
                        column[i, 0] = values[i];
                    }

                    return column;
                },
                static (dy, _, inputs) =>
                {
                    (Tensor u, _, Tensor vh) = Svd(inputs[0], fullMatrices: false);
                    return [MatrixProduct(u, dy * vh)];
                }),
            -1);

    /// <summary>Pseudo-inverse of matrices, after Moore and Penrose.</summary>
    /// <param name="x">(..., m, n); integers become float32.</param>
    /// <param name="rcond">Singular values up to this fraction of the largest count as 0; null for <c>10 max(m, n) epsilon</c>.</param>
    /// <returns>(..., n, m), the floating-point dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/linalg/#pinv-function"/>
    public static Tensor Pinv(Tensor x, double? rcond = null)
    {
        return MatrixOp.Apply(
            "Pinv",
            [MatrixOp.Matrices("Pinv", x)],
            static s => s[0].Shape.At(^1),
            static s => s[0].Shape.At(^2),
            m => PseudoInverse(m[0], rcond ?? (10 * Math.Max(m[0].GetLength(0), m[0].GetLength(1)) * EpsilonOf(x.DType))),
            static (dy, p, inputs) =>
            {
                Tensor a = inputs[0];
                Tensor outside = Swapaxes(dy - MatrixProduct(dy, MatrixProduct(a, p), transposeB: true), -1, -2);
                Tensor first = MatrixProduct(MatrixProduct(p, dy, transposeA: true), p, transposeB: true);
                Tensor second = MatrixProduct(outside, MatrixProduct(p, p, transposeB: true));
                Tensor rest = dy - MatrixProduct(MatrixProduct(p, a), dy, transposeA: true);
                Tensor third = MatrixProduct(MatrixProduct(p, p, transposeA: true), rest, transposeB: true);
                return [second + third - first];
            });
    }

    /// <summary>Least-squares solution of <c>a x = b</c>, the shortest one if there are several.</summary>
    /// <param name="a">(m, n); integers become float32.</param>
    /// <param name="b">(m, k), or (m) for one right-hand side.</param>
    /// <param name="rcond">Singular values up to this fraction of the largest count as 0; null for <c>10 max(m, n) epsilon</c>.</param>
    /// <returns>(n, k) or (n).</returns>
    /// <seealso href="https://keras.io/api/ops/linalg/#lstsq-function"/>
    public static Tensor Lstsq(Tensor a, Tensor b, double? rcond = null) => Matmul(Pinv(a, rcond), b);

    /// <summary>Rank of matrices: how many singular values are above a tolerance.</summary>
    /// <param name="x">(..., m, n); integers become float32.</param>
    /// <param name="tol">The tolerance; null for the largest singular value times <c>max(m, n) epsilon</c>.</param>
    /// <returns>(...), int32.</returns>
    /// <seealso href="https://keras.io/api/ops/linalg/#matrix_rank-function"/>
    public static Tensor MatrixRank(Tensor x, double? tol = null)
    {
        Tensor values = SingularValues(x);
        if (values.IsConcrete && (bool)Any(Isnan(values)))
        {
            throw new KerasArgumentException("MatrixRank: the elements must be finite. Received: a matrix with NaN or infinity.");
        }

        Tensor least = tol is { } t ? t : Max(values, -1, keepdims: true) * (Math.Max(x.Shape.At(^1) ?? 1, x.Shape.At(^2) ?? 1) * EpsilonOf(values.DType));
        return Sum(Cast(Greater(values, least), DType.Int32), -1);
    }

    private static double EpsilonOf(DType dtype) => dtype == DType.Float64 ? Math.BitIncrement(1.0) - 1 : MathF.BitIncrement(1) - 1;

    private static int? Least(Shape x) => x.At(^2) is { } m && x.At(^1) is { } n ? Math.Min(m, n) : null;

    private static double[,] PseudoInverse(double[,] a, double share)
    {
        (double[,] u, double[] s, double[,] v) = Jacobi.Singular(a);
        double[,] p = new double[a.GetLength(1), a.GetLength(0)];
        for (int k = 0; k < s.Length; k++)
        {
            for (int i = 0; !(s[k] <= share * s[0]) && i < p.Length; i++)
            {
                p[i / p.GetLength(1), i % p.GetLength(1)] += v[i / p.GetLength(1), k] * u[i % p.GetLength(1), k] / s[k];
            }
        }

        return p;
    }

    // Columns orthogonal to those that are there, until the matrix is square.
    private static double[,] Completed(double[,] columns, bool full)
    {
        int m = columns.GetLength(0);
        if (!full || columns.GetLength(1) == m)
        {
            return columns;
        }

        double[,] q = Householder.Q(columns, m);
        for (int i = 0; i < m; i++)
        {
            for (int k = 0; k < columns.GetLength(1); k++)
            {
                q[i, k] = columns[i, k];
            }
        }

        return q;
    }
}
