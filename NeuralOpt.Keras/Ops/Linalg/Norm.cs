namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Norm of vectors along one axis, or of matrices along two.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="ord">
    /// For vectors any number: <c>sum(|x|^ord)^(1/ord)</c>, infinity for the largest, 0 for how many are not 0.
    /// For matrices 1, infinity (largest sum of a column, of a row), 2 for the largest singular value, their negatives for the least, <c>"fro"</c>, or <c>"nuc"</c> for the sum of the singular values. Null for the root of the sum of squares.
    /// </param>
    /// <param name="axis">One axis or two; null for all elements, or the axes of a matrix or vector if an order is given.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentException">The order does not exist for so many axes.</exception>
    /// <seealso href="https://keras.io/api/ops/linalg/#norm-function"/>
    public static Tensor Norm(Tensor x, NormOrder? ord = null, Axis? axis = null, bool keepdims = false)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Norm(wide, ord, axis, keepdims), DType.Float16);
        }

        int[] given = axis is { } a ? [.. a.Select(i => Axis.One("Norm", i, x))] : [.. Enumerable.Range(0, x.Rank)];
        return (ord, given.Length) switch
        {
            (null, _) => Sqrt(Sum(Square(x), given, keepdims)),
            ({ Name: null } o, 1) => VectorNorm(x, o.Number, given, keepdims),
            ({ Name: "fro" }, 2) => Sqrt(Sum(Square(x), given, keepdims)),
            ({ Name: null } o, 2) when Math.Abs(o.Number) is 1 or double.PositiveInfinity => MatrixNorm(x, o.Number, given[0], given[1], keepdims),
            ({ Name: "nuc" }, 2) => Singular(Sum(SingularOf(x, given), -1), x, given, keepdims),
            ({ Number: 2 }, 2) => Singular(Max(SingularOf(x, given), -1), x, given, keepdims),
            ({ Number: -2 }, 2) => Singular(Min(SingularOf(x, given), -1), x, given, keepdims),
            ({ } o, _) => throw new KerasArgumentException($"Norm: order {o} must be one that exists for {given.Length} axes: any number for one axis; 'fro', 'nuc', 1, -1, 2, -2, inf, -inf for two. Received shape: {x.Shape}."),
        };
    }

    private static Tensor VectorNorm(Tensor x, double ord, int[] axis, bool keepdims) => ord switch
    {
        double.PositiveInfinity => Max(Abs(x), axis, keepdims),
        double.NegativeInfinity => Min(Abs(x), axis, keepdims),
        0 => Sum(Cast(NotEqual(x, 0), x.DType), axis, keepdims),
        1 => Sum(Abs(x), axis, keepdims),
        2 => Sqrt(Sum(Square(x), axis, keepdims)),
        _ => Power(Sum(Power(Abs(x), ord), axis, keepdims), 1 / ord),
    };

    private static Tensor SingularOf(Tensor x, int[] axes) => SingularValues(Moveaxis(x, axes, (-2, -1)));

    private static Tensor Singular(Tensor norm, Tensor x, int[] axes, bool keepdims)
        => keepdims ? InsertedAxes(norm, ShapeRules.Reduce(x.Shape, axes, keepDims: true)) : norm;

    private static Tensor MatrixNorm(Tensor x, double ord, int rows, int columns, bool keepdims)
    {
        Tensor sums = Sum(Abs(x), Math.Abs(ord) == 1 ? rows : columns, keepdims: true);
        int[] both = [rows, columns];
        return ord > 0 ? Max(sums, both, keepdims) : Min(sums, both, keepdims);
    }
}
