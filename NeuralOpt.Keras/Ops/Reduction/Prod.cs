using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Product over axes.</summary>
    /// <param name="x">Numbers; bools become int32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <param name="dtype">The dtype to multiply in; that of <paramref name="x"/> by default, int32 for small integers.</param>
    /// <returns>The dtype of the product.</returns>
    /// <remarks>The gradient is exact where elements are 0.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#prod-function"/>
    public static Tensor Prod(Tensor x, Axis? axis = null, bool keepdims = false, DTypeLike? dtype = null)
    {
        x = dtype is { } d ? Cast(Guard.NotNull(x), d)
            : Guard.NotNull(x).DType is DType.Bool or DType.UInt8 or DType.Int8 or DType.Int16 or DType.UInt16 ? Cast(x, DType.Int32)
            : x;
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Prod(wide, axis, keepdims), DType.Float16);
        }

        return Op.Apply(new ProdOp(Axis.Resolve("Prod", axis, x), keepdims), x);
    }

    private sealed class ProdOp(int[] axes, bool keepDims) : ReduceOp(ReduceKind.Product, axes, keepDims)
    {
        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            // The product of the others is that of those before times that of those after.
            Tensor rows = RowsOf(x[0], Axes, out Func<Tensor, Tensor> back);
            int n = rows.Shape[^1];
            if (n == 0)
            {
                return [ZerosLike(x[0])];
            }

            Tensor before = Cumprod(PadWith(rows, [0, 1], [0, -1], [0, 0], 1), 1);
            Tensor after = Flip(Cumprod(Flip(PadWith(rows, [0, -1], [0, 1], [0, 0], 1), 1), 1), 1);
            return [Multiply(Keep(dy, x[0]), back(before * after))];
        }
    }

    /// <summary>The elements that a reduction joins as rows of a matrix, and the way back to the tensor's own order.</summary>
    private static Tensor RowsOf(Tensor x, int[] axes, out Func<Tensor, Tensor> back)
    {
        int[] order = [.. Enumerable.Range(0, x.Rank).Except(axes), .. axes];
        Tensor moved = Transpose(x, order);
        int length = Lengths.Product("Prod", System.Array.ConvertAll(axes, a => x.Shape[a]));
        back = rows => Transpose(Reshape(rows, moved.Shape), [.. Enumerable.Range(0, order.Length).Select(i => System.Array.IndexOf(order, i))]);
        return Reshape(moved, (length == 0 ? x.Size : x.Size / length, length));
    }
}
