using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Whether elements are NaN.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape of <paramref name="x"/>, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#isnan-function"/>
    public static Tensor Isnan(Tensor x) => Op.Apply(new ConstantOp(UnaryKind.IsNaN), Promotion.Floating(x));

    /// <summary>Whether elements are infinite.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape of <paramref name="x"/>, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#isinf-function"/>
    public static Tensor Isinf(Tensor x) => Op.Apply(new ConstantOp(UnaryKind.IsInfinity), Promotion.Floating(x));

    /// <summary>Whether elements are neither NaN nor infinite.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape of <paramref name="x"/>, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#isfinite-function"/>
    public static Tensor Isfinite(Tensor x) => Op.Apply(new ConstantOp(UnaryKind.IsFinite), Promotion.Floating(x));

    /// <summary>Whether elements are plus infinity.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape of <paramref name="x"/>, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#isposinf-function"/>
    public static Tensor Isposinf(Tensor x) => Equal(Promotion.Floating(x), double.PositiveInfinity);

    /// <summary>Whether elements are minus infinity.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape of <paramref name="x"/>, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#isneginf-function"/>
    public static Tensor Isneginf(Tensor x) => Equal(Promotion.Floating(x), double.NegativeInfinity);

    /// <summary>Replaces NaN and the infinities by numbers.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="nan">In place of NaN; 0 by default.</param>
    /// <param name="posinf">In place of infinity; the largest number of the dtype by default.</param>
    /// <param name="neginf">In place of minus infinity; the least number of the dtype by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>No gradient flows to a replaced element.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#nan_to_num-function"/>
    public static Tensor NanToNum(Tensor x, double nan = 0, double? posinf = null, double? neginf = null)
    {
        if (!Guard.NotNull(x).DType.IsFloating())
        {
            return x;
        }

        double greatest = x.DType switch { DType.Float64 => double.MaxValue, DType.Float16 => (double)Half.MaxValue, _ => float.MaxValue };
        Tensor y = Where(Isnan(x), nan, x);
        y = Where(Isposinf(x), posinf ?? greatest, y);
        return Where(Isneginf(x), neginf ?? -greatest, y);
    }
}
