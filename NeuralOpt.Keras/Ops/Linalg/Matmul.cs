using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Matrix product of the last two axes; the axes before them broadcast.</summary>
    /// <param name="x1">(..., m, k), or (k) for a row.</param>
    /// <param name="x2">(..., k, n), or (k) for a column; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>(..., m, n), without the axis that a vector does not have; the common dtype, int32 for int8.</returns>
    /// <exception cref="ShapeException">The last axis of <paramref name="x1"/> is not as long as the last but one of <paramref name="x2"/>.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#matmul-function"/>
    public static Tensor Matmul(Tensor x1, Tensor x2)
    {
        (Tensor a, Tensor b) = Factors(x1, x2, "Matmul");
        if (a.Rank == 0 || b.Rank == 0)
        {
            throw new ShapeException($"Matmul: both must have at least one axis. Received shapes: {a.Shape}, {b.Shape}.");
        }

        Tensor row = a.Rank == 1 ? ExpandDims(a, 0) : a;
        Tensor column = b.Rank == 1 ? ExpandDims(b, 1) : b;
        if (row.Shape.At(^1) is { } k && column.Shape.At(^2) is { } l && k != l)
        {
            throw new ShapeException($"Matmul: the last axis of x1 must be as long as the last but one of x2. Received shapes: {a.Shape}, {b.Shape}.");
        }

        if (column.Rank > 2 && row.Shape[..^2] != column.Shape[..^2])
        {
            Shape batch = ShapeRules.Broadcast(row.Shape[..^2], column.Shape[..^2])
                ?? throw new ShapeException($"Matmul: the axes before the last two must broadcast. Received shapes: {a.Shape}, {b.Shape}.");
            row = BroadcastTo(row, batch.Concat(row.Shape[^2..]));
            column = BroadcastTo(column, batch.Concat(column.Shape[^2..]));
        }

        Tensor y = MatrixProduct(row, column);
        return (a.Rank, b.Rank) switch
        {
            (1, 1) => Squeeze(y, (-2, -1)),
            (1, _) => Squeeze(y, -2),
            (_, 1) => Squeeze(y, -1),
            _ => y,
        };
    }

    /// <summary>Both factors of a product in the dtype of its sums: bools count, and sums of int8 are int32, as in Keras.</summary>
    private static (Tensor A, Tensor B) Factors(Tensor x1, Tensor x2, string op)
    {
        (Tensor a, Tensor b) = Promotion.Common(Counted(x1, op), Counted(x2, op), op);
        return a.DType == DType.Int8 ? (Cast(a, DType.Int32), Cast(b, DType.Int32)) : (a, b);
    }

    /// <summary>Product of matrices of one dtype, either transposed on the way; the earlier axes are equal, or absent in <paramref name="b"/>.</summary>
    internal static Tensor MatrixProduct(Tensor a, Tensor b, bool transposeA = false, bool transposeB = false)
        => Promotion.Widened(a) is { } wide
            ? Cast(MatrixProduct(wide, Cast(b, DType.Float32), transposeA, transposeB), DType.Float16)
            : Op.Apply(new MatmulOp(transposeA, transposeB), a, b);

    private sealed class MatmulOp(bool transposeA, bool transposeB) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
        {
            (Shape a, Shape b) = (x[0].Shape, x[1].Shape);
            int? inner = a.At(transposeA ? ^2 : ^1) ?? b.At(transposeB ? ^1 : ^2);
            return a.Rank >= 2 && (b.Rank == 2 || (b.Rank == a.Rank && b[..^2].IsCompatibleWith(a[..^2])))
                && (b.At(transposeB ? ^1 : ^2) is not { } k || k == inner)
                    ? x[0] with { Shape = Product(a, a.At(transposeA ? ^1 : ^2), b.At(transposeB ? ^2 : ^1)) }
                    : throw Mismatch("matrices must fit: (..., m, k) and (..., k, n)", x);
        }

        private static Shape Product(Shape a, int? rows, int? columns)
            => a.Rank == 2 ? Shape.Of(rows, columns) : a[..^2].Concat(Shape.Of(rows, columns));

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new MatMul(transposeA, transposeB);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            (Tensor a, Tensor b) = (x[0], x[1]);
            if (a.Rank > 2 && b.Rank == 2)
            {
                // One matrix for the whole batch: its gradient is one product over all rows.
                Tensor rows = Reshape(transposeA ? Swapaxes(a, -1, -2) : a, Shape.Of(-1, b.Shape.At(transposeB ? 1 : 0)));
                Tensor d = Reshape(dy, Shape.Of(-1, dy.Shape.At(^1)));
                Tensor da = MatrixProduct(dy, b, false, !transposeB);
                Tensor db = transposeB ? MatrixProduct(d, rows, true, false) : MatrixProduct(rows, d, true, false);
                return [transposeA ? Swapaxes(da, -1, -2) : da, db];
            }

            return
            [
                transposeA ? MatrixProduct(b, dy, transposeB, true) : MatrixProduct(dy, b, false, !transposeB),
                transposeB ? MatrixProduct(dy, a, true, transposeA) : MatrixProduct(a, dy, !transposeA, false),
            ];
        }
    }
}
