using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Mean over axes.</summary>
    /// <param name="x">Numbers; integers and bools become float32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#mean-function"/>
    public static Tensor Mean(Tensor x, Axis? axis = null, bool keepdims = false)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Mean(wide, axis, keepdims), DType.Float16);
        }

        int[] axes = Axis.Resolve("Mean", axis, x);
        return Sum(x, axes, keepdims) / Count(x, axes);
    }

    /// <summary>Variance over axes: the mean of <c>(x - mean(x))^2</c>.</summary>
    /// <param name="x">Numbers; integers and bools become float32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#var-function"/>
    public static Tensor Var(Tensor x, Axis? axis = null, bool keepdims = false)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Var(wide, axis, keepdims), DType.Float16);
        }

        int[] axes = Axis.Resolve("Var", axis, x);
        return Mean(Square(x - Mean(x, axes, keepdims: true)), axes, keepdims);
    }

    /// <summary>Standard deviation over axes: the square root of <see cref="Var"/>.</summary>
    /// <param name="x">Numbers; integers and bools become float32.</param>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#std-function"/>
    public static Tensor Std(Tensor x, Axis? axis = null, bool keepdims = false)
        => Promotion.Widened(Guard.NotNull(x)) is { } wide ? Cast(Std(wide, axis, keepdims), DType.Float16) : Sqrt(Var(x, axis, keepdims));

    /// <summary>Mean and variance over axes.</summary>
    /// <param name="x">Numbers; integers and bools become float32.</param>
    /// <param name="axes">The axes.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <param name="synchronized">Whether replicas take part; here there is one.</param>
    /// <returns>Both of the floating-point dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#moments-function"/>
    public static (Tensor Mean, Tensor Variance) Moments(Tensor x, Axis axes, bool keepdims = false, bool synchronized = false)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            (Tensor m, Tensor v) = Moments(wide, axes, keepdims);
            return (Cast(m, DType.Float16), Cast(v, DType.Float16));
        }

        int[] all = axes.Resolve("Moments", x.Rank);
        Tensor mean = Mean(x, all, keepdims: true);
        Tensor variance = Mean(Square(x - mean), all, keepdims);
        return (keepdims ? mean : InsertedAxes(mean, ShapeRules.Reduce(x.Shape, all, keepDims: false)), variance);
    }

    /// <summary>How many elements a reduction over axes joins: a bare number where the shape says it.</summary>
    internal static Tensor Count(Tensor x, int[] axes)
        => ShapeRules.Product(x.Shape, axes) is { } n ? (double)n : Op.Apply(new CountOp(axes), x);

    // In a model's description the batch is not known yet: the number is found when the model runs.
    private sealed class CountOp(int[] axes) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => new(default, x[0].DType);

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y)
        {
            double n = ShapeRules.Product(axes.Select(a => x[0].Shape.At(a)))!.Value;
            return new Host($"Count {n}", (_, output) => output.WriteDouble(0, n));
        }

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null];
    }
}
