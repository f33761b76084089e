namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class LinalgTests
{
    [TestMethod]
    [DataRow(4, 4)]
    [DataRow(5, 3)]
    [DataRow(3, 5)]
    public void Factors_multiply_to_the_matrix(int rows, int columns)
    {
        Tensor x = Drawn(2, rows, columns);
        (Tensor q, Tensor r) = Ops.Qr(x);
        Near(x, Ops.Matmul(q, r));
        Orthogonal(q);
        (q, r) = Ops.Qr(x, "complete");
        Near(x, Ops.Matmul(q, r));
        Assert.AreEqual((Shape)(2, rows, rows), q.Shape);
        Orthogonal(q);
        (Tensor u, Tensor s, Tensor vh) = Ops.Svd(x, fullMatrices: false);
        Near(x, Ops.Matmul(u * Ops.ExpandDims(s, -2), vh));
        (u, _, vh) = Ops.Svd(x);
        Orthogonal(u);
        Orthogonal(Ops.Swapaxes(vh, -1, -2));
        Near(x, Ops.Matmul(Ops.Matmul(x, Ops.Pinv(x)), x));
    }

    [TestMethod]
    public void Eigenvectors_turn_a_symmetric_matrix_into_its_values()
    {
        Tensor x = Drawn(2, 5, 5);
        x = x + Ops.Swapaxes(x, -1, -2);
        (Tensor values, Tensor vectors) = Ops.Eigh(x);
        Near(Ops.Matmul(x, vectors), vectors * Ops.ExpandDims(values, -2));
        Orthogonal(vectors);
        Near(values, Ops.Sort(values));
    }

    [TestMethod]
    public void Solutions_satisfy_their_equations()
    {
        (Tensor a, Tensor b) = (Drawn(2, 4, 4), Drawn(2, 4, 3));
        Near(b, Ops.Matmul(a, Ops.Solve(a, b)));
        Near(b, Ops.Matmul(Ops.Triu(a), Ops.SolveTriangular(a, b)));
        Near(b, Ops.Matmul(Ops.Tril(a), Ops.SolveTriangular(a, b, lower: true)));
        Near(Ops.Eye(4, dtype: DType.Float64) + Ops.Zeros((2, 4, 4), DType.Float64), Ops.Matmul(a, Ops.Inv(a)));
        Tensor square = Ops.Matmul(a, Ops.Swapaxes(a, -1, -2));
        Tensor l = Ops.Cholesky(square);
        Near(square, Ops.Matmul(l, Ops.Swapaxes(l, -1, -2)));
        Near(Ops.Inv(square), Ops.CholeskyInverse(l), 1e-6);
        Near(Ops.Cholesky(square, upper: true), Ops.Swapaxes(l, -1, -2));
    }

    [TestMethod]
    public void Determinants_and_ranks_of_known_matrices()
    {
        Tensor x = (double[,])new double[,] { { 0, 2 }, { 3, 1 } };
        Assert.AreEqual(-6, Ops.Det(x).Item(), 1e-12);
        Assert.AreEqual(-1, Ops.Slogdet(x).Sign.Item());
        Assert.AreEqual(Math.Log(6), Ops.Slogdet(x).Logabsdet.Item(), 1e-12);
        Assert.AreEqual(0, Ops.Det((double[,])new double[,] { { 1, 2 }, { 2, 4 } }).Item());
        Assert.AreEqual(1, Ops.MatrixRank((double[,])new double[,] { { 1, 2 }, { 2, 4 } }).Item());
        Assert.AreEqual(5, Ops.Norm((double[,])new double[,] { { 5, 0 }, { 0, -3 } }, 2).Item(), 1e-12);
        Assert.AreEqual(3, Ops.Norm((double[,])new double[,] { { 5, 0 }, { 0, -3 } }, -2).Item(), 1e-12);
        Assert.AreEqual(8, Ops.Norm((double[,])new double[,] { { 5, 0 }, { 0, -3 } }, "nuc").Item(), 1e-12);
    }

    [TestMethod]
    public void Matrices_that_do_not_fit_are_refused()
    {
        Says("Inv: the matrices must be square. Received shape: (2, 3).", Assert.ThrowsExactly<ShapeException>(() => Ops.Inv(Ops.Ones((2, 3)))));
        Says("Solve: a must be (..., n, n) and b (..., n, k). Received shapes: (2, 2), (3, 1).", Assert.ThrowsExactly<ShapeException>(() => Ops.Solve(Ops.Ones((2, 2)), Ops.Ones((3, 1)))));
        Says("Qr: mode must be 'reduced' or 'complete'. Received: 'raw'.", Assert.ThrowsExactly<KerasArgumentException>(() => { _ = Ops.Qr(Ops.Ones((2, 2)), "raw"); }));
        Says(
            "Cholesky: the matrix must be symmetric and positive definite. Received: a matrix whose pivot 0 is -1.",
            Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Cholesky(-Ops.Eye(2))));
    }

    private static void Says(string message, Exception e) => Assert.AreEqual(message, e.Message);

    private static Tensor Drawn(int batch, int rows, int columns)
        => new OpRow("", static x => x[0], [(batch, rows, columns)]).Inputs(DType.Float64)[0];

    private static void Orthogonal(Tensor q)
        => Near(Ops.Eye(q.Shape[^1], dtype: DType.Float64) + Ops.Zeros(Shape.Of(q.Shape.At(0), q.Shape.At(^1), q.Shape.At(^1)), DType.Float64), Ops.Matmul(Ops.Swapaxes(q, -1, -2), q));

    private static void Near(Tensor expected, Tensor actual, double tolerance = 1e-9)
    {
        Assert.AreEqual(expected.Shape, actual.Shape);
        Assert.IsTrue((bool)Ops.Allclose(actual, expected, tolerance, tolerance), $"largest difference {Ops.Max(Ops.Abs(actual - expected)).Item():g3}");
    }
}
