using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Running sum along an axis.</summary>
    /// <param name="x">Numbers; bools become int32.</param>
    /// <param name="axis">The axis; null runs through the flattened tensor.</param>
    /// <param name="dtype">The dtype to sum in; that of <paramref name="x"/> by default.</param>
    /// <returns>The shape of <paramref name="x"/>, flattened for a null axis.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#cumsum-function"/>
    public static Tensor Cumsum(Tensor x, int? axis = null, DTypeLike? dtype = null) => Cumulate("Cumsum", CumulativeKind.Sum, x, axis, dtype);

    /// <summary>Running product along an axis.</summary>
    /// <param name="x">Numbers; bools become int32.</param>
    /// <param name="axis">The axis; null runs through the flattened tensor.</param>
    /// <param name="dtype">The dtype to multiply in; that of <paramref name="x"/> by default.</param>
    /// <returns>The shape of <paramref name="x"/>, flattened for a null axis.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#cumprod-function"/>
    public static Tensor Cumprod(Tensor x, int? axis = null, DTypeLike? dtype = null) => Cumulate("Cumprod", CumulativeKind.Product, x, axis, dtype);

    private static Tensor Cumulate(string op, CumulativeKind kind, Tensor x, int? axis, DType? dtype)
    {
        x = Counted(dtype is { } d ? Cast(x, d) : x, op);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Cumulate(op, kind, wide, axis, null), DType.Float16);
        }

        return axis is { } a
            ? Op.Apply(new CumulativeOp(kind, Axis.One(op, a, x), reverse: false), x)
            : Cumulate(op, kind, Reshape(x, -1), 0, null);
    }

    private sealed class CumulativeOp(CumulativeKind kind, int axis, bool reverse) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => x[0];

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Cumulative(kind, axis, reverse);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            if (kind == CumulativeKind.Sum)
            {
                return [Summed(dy, !reverse)];
            }

            // Products from the first 0 on change with it alone: they are multiplied again without it. Before it, each is a product that can be divided.
            Tensor zero = Equal(x[0], 0);
            Tensor first = LogicalAnd(zero, Equal(Summed(Cast(zero, DType.Int32), reverse), 1));
            Tensor others = Op.Apply(new CumulativeOp(kind, axis, reverse), Where(first, 1, x[0]));
            return [Where(first, Summed(dy * others, !reverse), DivideNoNan(Summed(dy * y, !reverse), x[0]))];
        }

        private Tensor Summed(Tensor t, bool reversed) => Op.Apply(new CumulativeOp(CumulativeKind.Sum, axis, reversed), t);
    }
}
