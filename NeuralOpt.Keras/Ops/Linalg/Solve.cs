namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Solves the linear equations <c>a x = b</c>.</summary>
    /// <param name="a">(..., n, n); integers become float32.</param>
    /// <param name="b">(..., n, k), or (n) for one right-hand side.</param>
    /// <returns>x, of the shape of <paramref name="b"/>.</returns>
    /// <exception cref="ShapeException">The matrices are not square, or do not fit.</exception>
    /// <remarks>By elimination with row pivots in double precision.</remarks>
    /// <exception cref="ArgumentException">A matrix is singular: a pivot is 0.</exception>
    /// <seealso href="https://keras.io/api/ops/linalg/#solve-function"/>
    public static Tensor Solve(Tensor a, Tensor b)
        => Solved("Solve", a, b, static m => Elimination.Solve("Solve", m[0], m[1]), static (t, dy) => Solve(Swapaxes(t, -1, -2), dy), static d => d);

    /// <summary>Solves the linear equations <c>a x = b</c> where one triangle of <paramref name="a"/> counts.</summary>
    /// <param name="a">(..., n, n); integers become float32.</param>
    /// <param name="b">(..., n, k), or (n) for one right-hand side.</param>
    /// <param name="lower">Whether the lower triangle counts; the upper one by default.</param>
    /// <returns>x, of the shape of <paramref name="b"/>.</returns>
    /// <exception cref="ShapeException">The matrices are not square, or do not fit.</exception>
    /// <exception cref="ArgumentException">A matrix is singular: a pivot is 0.</exception>
    /// <seealso href="https://keras.io/api/ops/linalg/#solve_triangular-function"/>
    public static Tensor SolveTriangular(Tensor a, Tensor b, bool lower = false)
        => Solved(
            "SolveTriangular",
            a,
            b,
            m => Elimination.SolveTriangular("SolveTriangular", m[0], m[1], lower),
            (t, dy) => SolveTriangular(Swapaxes(t, -1, -2), dy, !lower),
            d => lower ? Tril(d) : Triu(d));

    /// <summary>Inverse of matrices.</summary>
    /// <param name="x">(..., n, n); integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <exception cref="ShapeException">The matrices are not square.</exception>
    /// <exception cref="ArgumentException">A matrix is singular: a pivot is 0.</exception>
    /// <seealso href="https://keras.io/api/ops/linalg/#inv-function"/>
    public static Tensor Inv(Tensor x) => Inverse("Inv", x);

    private static Tensor Inverse(string op, Tensor x)
        => MatrixOp.Apply(
            op,
            [MatrixOp.Square(op, x)],
            static s => s[0].Shape.At(^1),
            static s => s[0].Shape.At(^1),
            m => Elimination.Solve(op, m[0], Elimination.Identity(m[0].GetLength(0))),
            static (dy, y, _) => [-MatrixProduct(MatrixProduct(y, dy, transposeA: true), y, transposeB: true)]);

    // With x = a^-1 b the gradient by b is a^-T dy, and by a minus that times x^T.
    private static Tensor Solved(string op, Tensor a, Tensor b, Func<double[][,], double[,]> solve, Func<Tensor, Tensor, Tensor> transposed, Func<Tensor, Tensor> triangle)
    {
        (a, b) = Promotion.Common(MatrixOp.Square(op, a), Promotion.Floating(b, op), op);
        bool vector = b.Rank == a.Rank - 1;
        b = vector ? ExpandDims(b, -1) : b;
        if (b.Rank != a.Rank || !b.Shape[..^1].IsCompatibleWith(a.Shape[..^1]))
        {
            throw new ShapeException($"{op}: a must be (..., n, n) and b (..., n, k). Received shapes: {a.Shape}, {b.Shape}.");
        }

        Tensor y = MatrixOp.Apply(op, [a, b], static s => s[1].Shape.At(^2), static s => s[1].Shape.At(^1), solve, (dy, x, inputs) =>
        {
            Tensor db = transposed(inputs[0], dy);
            return [triangle(-MatrixProduct(db, x, transposeB: true)), db];
        });
        return vector ? Squeeze(y, -1) : y;
    }
}
