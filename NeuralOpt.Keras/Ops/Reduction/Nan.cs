using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Sum over axes, NaN left out.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The dtype of <see cref="Sum"/>; 0 where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nansum-function"/>
    public static Tensor Nansum(Tensor x, Axis? axis = null, bool keepdims = false) => Sum(Instead(x, 0), axis, keepdims);

    /// <summary>Product over axes, NaN left out.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The dtype of <see cref="Prod"/>; 1 where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanprod-function"/>
    public static Tensor Nanprod(Tensor x, Axis? axis = null, bool keepdims = false) => Prod(Instead(x, 1), axis, keepdims);

    /// <summary>Mean over axes, NaN left out.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>; NaN where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanmean-function"/>
    public static Tensor Nanmean(Tensor x, Axis? axis = null, bool keepdims = false)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Nanmean(wide, axis, keepdims), DType.Float16);
        }

        return Nansum(x, axis, keepdims) / Sum(Cast(LogicalNot(Isnan(x)), x.DType), axis, keepdims);
    }

    /// <summary>Variance over axes, NaN left out.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>; NaN where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanvar-function"/>
    public static Tensor Nanvar(Tensor x, Axis? axis = null, bool keepdims = false)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Nanvar(wide, axis, keepdims), DType.Float16);
        }

        // Only the elements that are NaN themselves are left out: infinity less an infinite mean counts.
        Tensor absent = Isnan(x);
        Tensor centred = Where(absent, 0, x - Nanmean(x, axis, keepdims: true));
        return Sum(Square(centred), axis, keepdims) / Sum(Cast(LogicalNot(absent), x.DType), axis, keepdims);
    }

    /// <summary>Standard deviation over axes, NaN left out.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>; NaN where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanstd-function"/>
    public static Tensor Nanstd(Tensor x, Axis? axis = null, bool keepdims = false)
        => Promotion.Widened(Guard.NotNull(x)) is { } wide ? Cast(Nanstd(wide, axis, keepdims), DType.Float16) : Sqrt(Nanvar(x, axis, keepdims));

    /// <summary>Running sum along an axis, NaN counted as 0, an infinity as the largest number.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axis; null runs through the flattened tensor.</param>
    /// <param name="dtype">The dtype to sum in; that of <paramref name="x"/> by default.</param>
    /// <returns>The shape of <paramref name="x"/>, flattened for a null axis.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nancumsum-function"/>
    public static Tensor Nancumsum(Tensor x, int? axis = null, DTypeLike? dtype = null) => Cumsum(NanToNum(x), axis, dtype);

    /// <summary>Running product along an axis, NaN counted as 1, an infinity as the largest number.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axis; null runs through the flattened tensor.</param>
    /// <param name="dtype">The dtype to multiply in; that of <paramref name="x"/> by default.</param>
    /// <returns>The shape of <paramref name="x"/>, flattened for a null axis.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nancumprod-function"/>
    public static Tensor Nancumprod(Tensor x, int? axis = null, DTypeLike? dtype = null) => Cumprod(NanToNum(x, 1), axis, dtype);

    /// <summary>Maximum over axes, NaN left out.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The dtype of <paramref name="x"/>; NaN where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanmax-function"/>
    public static Tensor Nanmax(Tensor x, Axis? axis = null, bool keepdims = false)
        => Guard.NotNull(x).DType.IsFloating() ? UnlessAllNan(x, Max(Instead(x, double.NegativeInfinity), axis, keepdims), axis, keepdims) : Max(x, axis, keepdims);

    /// <summary>Least element over axes, NaN left out.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The dtype of <paramref name="x"/>; NaN where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanmin-function"/>
    public static Tensor Nanmin(Tensor x, Axis? axis = null, bool keepdims = false)
        => Guard.NotNull(x).DType.IsFloating() ? UnlessAllNan(x, Min(Instead(x, double.PositiveInfinity), axis, keepdims), axis, keepdims) : Min(x, axis, keepdims);

    /// <summary>Index of the largest element along an axis, NaN left out.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axis; null for the index in the flattened tensor.</param>
    /// <param name="keepdims">Whether the axis stays, with length 1.</param>
    /// <returns>int32; -1 where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanargmax-function"/>
    public static Tensor Nanargmax(Tensor x, int? axis = null, bool keepdims = false)
        => Guard.NotNull(x).DType.IsFloating()
            ? Where(All(Isnan(x), Single(axis), keepdims), -1, Argmax(Instead(x, double.NegativeInfinity), axis, keepdims))
            : Argmax(x, axis, keepdims);

    /// <summary>Index of the least element along an axis, NaN left out.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">The axis; null for the index in the flattened tensor.</param>
    /// <param name="keepdims">Whether the axis stays, with length 1.</param>
    /// <returns>int32; -1 where all are NaN.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nanargmin-function"/>
    public static Tensor Nanargmin(Tensor x, int? axis = null, bool keepdims = false)
        => Guard.NotNull(x).DType.IsFloating()
            ? Where(All(Isnan(x), Single(axis), keepdims), -1, Argmin(Instead(x, double.PositiveInfinity), axis, keepdims))
            : Argmin(x, axis, keepdims);

    private static Tensor Instead(Tensor x, double value, [CallerMemberName] string op = "") => Guard.NotNull(x, op).DType.IsFloating() ? Where(Isnan(x), value, x) : x;

    private static Tensor UnlessAllNan(Tensor x, Tensor y, Axis? axis, bool keepdims) => Where(All(Isnan(x), axis, keepdims), double.NaN, y);

    private static Axis? Single(int? axis) => axis is { } a ? a : null;
}
