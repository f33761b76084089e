namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Whether elements are equal but for rounding: <c>|x1 - x2| &lt;= atol + rtol |x2|</c>, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers, to which the tolerance relates.</param>
    /// <param name="rtol">Relative tolerance, 1e-5 by default.</param>
    /// <param name="atol">Absolute tolerance, 1e-8 by default.</param>
    /// <param name="equalNan">Whether NaN equals NaN.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <remarks>An infinity is close to itself alone.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#isclose-function"/>
    public static Tensor Isclose(Tensor x1, Tensor x2, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false)
    {
        (Tensor a, Tensor b) = Promotion.ByValue(x1, x2);
        (a, b) = (Promotion.Floating(a), Promotion.Floating(b));
        Tensor near = LogicalAnd(LessEqual(Abs(a - b), (Abs(b) * rtol) + atol), LogicalAnd(Isfinite(a), Isfinite(b)));
        Tensor close = LogicalOr(near, Equal(a, b));
        return equalNan ? LogicalOr(close, LogicalAnd(Isnan(a), Isnan(b))) : close;
    }

    /// <summary>Whether all elements are equal but for rounding; see <see cref="Isclose"/>.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers, to which the tolerance relates.</param>
    /// <param name="rtol">Relative tolerance, 1e-5 by default.</param>
    /// <param name="atol">Absolute tolerance, 1e-8 by default.</param>
    /// <param name="equalNan">Whether NaN equals NaN.</param>
    /// <returns>A scalar, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#allclose-function"/>
    public static Tensor Allclose(Tensor x1, Tensor x2, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false)
        => All(Isclose(x1, x2, rtol, atol, equalNan));
}
