using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Elements brought into an interval: <c>min(max(x, xMin), xMax)</c>.</summary>
    /// <param name="x">Numbers; bools become int32.</param>
    /// <param name="xMin">Lower bound; broadcast. A bare number below all that the dtype can hold is no bound.</param>
    /// <param name="xMax">Upper bound; broadcast. A bare number above all that the dtype can hold is no bound.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>; float32 where an integer meets a bare number with a fraction.</returns>
    /// <remarks>The gradient flows where <c>xMin &lt;= x &lt;= xMax</c>, the bounds included.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#clip-function"/>
    public static Tensor Clip(Tensor x, Tensor xMin, Tensor xMax)
    {
        x = Counted(x);
        (double least, double greatest) = x.DType.Limits();
        bool whole = !x.DType.IsFloating();
        Tensor y = whole && Guard.NotNull(xMin).Weak <= least ? x : BinaryOp.Apply(new ExtremumOp(BinaryKind.Maximum), x, Bound(x, xMin));
        return whole && Guard.NotNull(xMax).Weak >= greatest ? y : BinaryOp.Apply(new ExtremumOp(BinaryKind.Minimum), y, Bound(x, xMax));
    }

    private static Tensor Bound(Tensor x, Tensor bound)
        => Guard.NotNull(bound, "Clip").Weak is { } number && (x.DType.IsFloating() || double.IsInteger(number))
            ? Promotion.To(bound, x.DType, "Clip")
            : bound.Weak is null ? Cast(bound, x.DType) : bound;
}
