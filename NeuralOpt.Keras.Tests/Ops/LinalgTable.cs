namespace NeuralOpt.Keras.Tests;

/// <summary>Products and decompositions of matrices.</summary>
internal static class LinalgTable
{
    internal static readonly OpRow[] Rows =
    [
        Of("Norm", static x => Ops.Norm(x, axis: 1)),
        Of("Norm of order 3", static x => Ops.Norm(x, 3, 1)),
        Of("Norm of matrices", static x => Ops.Norm(x, 1, (1, 2))),
        Of("Trace", static x => Ops.Trace(x, 1, 1, 2)),
        new("Matmul", static x => Ops.Matmul(x[0], x[1]), [(3, 4), (4, 5)]),
        new("Matmul of a batch by one matrix", static x => Ops.Matmul(x[0], x[1]), [(2, 3, 4), (4, 5)]),
        new("Matmul broadcast", static x => Ops.Matmul(x[0], x[1]), [(2, 1, 3, 4), (5, 4, 2)]),
        new("Matmul by a vector", static x => Ops.Matmul(x[0], x[1]), [(3, 4), 4]),
        new("Matmul of a vector", static x => Ops.Matmul(x[0], x[1]), [4, (2, 4, 3)]),
        new("Dot", static x => Ops.Dot(x[0], x[1]), [(3, 4), (2, 4, 5)]),
        new("Tensordot", static x => Ops.Tensordot(x[0], x[1], 2), [(2, 3, 4), (3, 4, 5)]),
        new("Tensordot of pairs", static x => Ops.Tensordot(x[0], x[1], (int[][])[[0, 2], [1, 0]]), [(2, 3, 4), (4, 2, 5)], Symbolic: false),
        new("Inner", static x => Ops.Inner(x[0], x[1]), [(2, 3), (4, 3)]),
        new("Vdot", static x => Ops.Vdot(x[0], x[1]), [(2, 3), (2, 3)], Symbolic: false),
        new("Outer", static x => Ops.Outer(x[0], x[1]), [3, (2, 2)]),
        new("Cross", static x => Ops.Cross(x[0], x[1]), [(4, 3), (4, 3)]),
        new("Kron", static x => Ops.Kron(x[0], x[1]), [(2, 3), (4, 2)], Symbolic: false),
        new("Einsum of attention", static x => Ops.Einsum("bqhd,bkhd->bhqk", x), [(2, 3, 2, 4), (2, 5, 2, 4)]),
        new("Einsum of three", static x => Ops.Einsum("abc,cd,de->abe", x), [(2, 3, 4), (4, 2), (2, 3)]),
        new("Einsum with an ellipsis", static x => Ops.Einsum("...ij,jk->...ik", x), [(2, 2, 3, 4), (4, 5)]),
        new("Einsum of a diagonal", static x => Ops.Einsum("iij->ji", x), [(3, 3, 2)], Symbolic: false),
        new("Einsum without an arrow", static x => Ops.Einsum("ba,cb", x), [(3, 2), (4, 3)]),
        new("Einsum of two to one letter", static x => Ops.Einsum("ij,ij->i", x), [(3, 4), (3, 4)]),
        new("Einsum of several summed letters", static x => Ops.Einsum("bijk,ijl->bkl", x), [(2, 3, 2, 4), (3, 2, 5)], Symbolic: false),
        new("Inv", static x => Ops.Inv(x[0] + (4 * Ops.Eye(3, dtype: x[0].DType))), [(2, 3, 3)]),
        new("Solve", static x => Ops.Solve(x[0] + (4 * Ops.Eye(3, dtype: x[0].DType)), x[1]), [(2, 3, 3), (2, 3, 2)]),
        new("SolveTriangular", static x => Ops.SolveTriangular(x[0] + (4 * Ops.Eye(3, dtype: x[0].DType)), x[1], lower: true), [(2, 3, 3), (2, 3, 2)]),
        new("Cholesky", static x => Ops.Cholesky(Ops.Matmul(x[0], Ops.Swapaxes(x[0], -1, -2)) + Ops.Eye(3, dtype: x[0].DType)), [(2, 3, 3)]),
        new("CholeskyInverse", static x => Ops.CholeskyInverse(x[0] + (4 * Ops.Eye(3, dtype: x[0].DType))), [(2, 3, 3)]),
        new("Det", static x => Ops.Det(x[0]), [(2, 3, 3)]),
        new("Logdet", static x => Ops.Logdet(Ops.Matmul(x[0], Ops.Swapaxes(x[0], -1, -2)) + Ops.Eye(3, dtype: x[0].DType)), [(2, 3, 3)]),
        new("SingularValues", static x => Ops.SingularValues(x[0]), [(2, 4, 3)]),
        new("Pinv", static x => Ops.Pinv(x[0]), [(2, 4, 3)]),
        new("Lstsq", static x => Ops.Lstsq(x[0], x[1]), [(4, 3), (4, 2)]),
        new("Norm of singular values", static x => Ops.Norm(x[0], "nuc", (0, 2)) + Ops.Norm(x[0], 2, (0, 2)), [(3, 2, 4)], Symbolic: false),
    ];

    private static OpRow Of(string name, Func<Tensor, Tensor> op, bool gradient = true, bool open = true)
        => OpRow.OfCube(name, op, gradient, open);
}
