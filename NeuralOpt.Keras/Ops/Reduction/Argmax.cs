using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Index of the largest element along an axis; of equal ones the first.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axis; null for the index in the flattened tensor.</param>
    /// <param name="keepdims">Whether the axis stays, with length 1.</param>
    /// <returns>int32. The first NaN wins.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#argmax-function"/>
    public static Tensor Argmax(Tensor x, int? axis = null, bool keepdims = false) => Winner("Argmax", ReduceKind.ArgMax, x, axis, keepdims);

    /// <summary>Index of the least element along an axis; of equal ones the first.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axis; null for the index in the flattened tensor.</param>
    /// <param name="keepdims">Whether the axis stays, with length 1.</param>
    /// <returns>int32. The first NaN wins.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#argmin-function"/>
    public static Tensor Argmin(Tensor x, int? axis = null, bool keepdims = false) => Winner("Argmin", ReduceKind.ArgMin, x, axis, keepdims);

    private static Tensor Winner(string op, ReduceKind kind, Tensor x, int? axis, bool keepdims)
    {
        x = Counted(x);
        if (axis is not { } a)
        {
            Tensor y = Winner(op, kind, Reshape(x, -1), 0, false);
            return keepdims ? Reshape(y, Shape.Of(Enumerable.Repeat(1, x.Rank))) : y;
        }

        a = Axis.One(op, a, x);
        return x.Shape.At(a) == 0
            ? throw new ShapeException($"{op}: axis {a} must not be empty. Received shape: {x.Shape}.")
            : Op.Apply(new ConstantReduceOp(kind, [a], keepdims), x);
    }
}
