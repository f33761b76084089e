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
    /// <remarks>An element that is 0 gets the gradient 0, as in TensorFlow.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#cumprod-function"/>
    public static Tensor Cumprod(Tensor x, int? axis = null, DTypeLike? dtype = null) => Cumulate("Cumprod", CumulativeKind.Product, x, axis, dtype);

    private static Tensor Cumulate(string op, CumulativeKind kind, Tensor x, int? axis, DType? dtype)
    {
        x = Counted(dtype is { } d ? Cast(x, d) : x);
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
            Tensor d = kind == CumulativeKind.Product ? dy * y : dy;
            Tensor sum = Op.Apply(new CumulativeOp(CumulativeKind.Sum, axis, !reverse), d);
            return [kind == CumulativeKind.Product ? DivideNoNan(sum, x[0]) : sum];
        }
    }
}
