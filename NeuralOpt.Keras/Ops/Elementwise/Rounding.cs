using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The largest whole number not above x, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>It has no gradient.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#floor-function"/>
    public static Tensor Floor(Tensor x) => Op.Apply(new ConstantOp(UnaryKind.Floor), Promotion.Floating(x));

    /// <summary>The least whole number not below x, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>It has no gradient.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#ceil-function"/>
    public static Tensor Ceil(Tensor x) => Op.Apply(new ConstantOp(UnaryKind.Ceil), Promotion.Floating(x));

    /// <summary>The whole number next to x towards 0, element by element.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>It has no gradient.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#trunc-function"/>
    public static Tensor Trunc(Tensor x) => Guard.NotNull(x).DType.IsFloating() ? Op.Apply(new ConstantOp(UnaryKind.Trunc), x) : x;

    /// <summary>The nearest number of that many decimals, a half to the even one, element by element.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="decimals">Digits after the point; negative ones before it. 0 by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>It has no gradient.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#round-function"/>
    public static Tensor Round(Tensor x, int decimals = 0)
    {
        if (!Guard.NotNull(x).DType.IsFloating())
        {
            return decimals >= 0 ? x : Cast(Round(Cast(x, DType.Float64), decimals), x.DType);
        }

        if (decimals == 0)
        {
            return Op.Apply(new ConstantOp(UnaryKind.Round), x);
        }

        // A power of ten above 1 is exact, its inverse is not.
        double scale = Math.Pow(10, Math.Abs((double)decimals));
        return decimals > 0 ? Round(x * scale) / scale : Round(x / scale) * scale;
    }

    /// <summary>-1, 0 or 1, as x is below, at or above 0; element by element.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>The gradient is 0. NaN stays.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#sign-function"/>
    public static Tensor Sign(Tensor x) => Guard.NotNull(x).DType == DType.Bool ? x : Op.Apply(new ConstantOp(UnaryKind.Sign), x);

    /// <summary>Whether the sign bit is set, of -0.0 and NaN too; element by element.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape of <paramref name="x"/>, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#signbit-function"/>
    public static Tensor Signbit(Tensor x) => Guard.NotNull(x).DType.IsFloating() ? Op.Apply(new ConstantOp(UnaryKind.SignBit), x) : Less(x, 0);
}
