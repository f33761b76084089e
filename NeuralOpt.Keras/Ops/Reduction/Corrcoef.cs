namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The correlation coefficients between the rows of a matrix.</summary>
    /// <param name="x">(variables, observations), or one row.</param>
    /// <returns>(variables, variables), floating point, from -1 to 1.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#corrcoef-function"/>
    public static Tensor Corrcoef(Tensor x)
    {
        if (Guard.NotNull(x).Rank is not (1 or 2))
        {
            throw new ShapeException($"Corrcoef: x must have one or two axes. Received shape: {x.Shape}.");
        }

        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(Corrcoef(wide), DType.Float16);
        }

        Tensor rows = Promotion.Floating(AtLeast2D(x));
        Tensor centred = Subtract(rows, Mean(rows, 1, keepdims: true));
        Tensor covariance = Matmul(centred, Transpose(centred));
        Tensor deviation = Sqrt(Diagonal(covariance));
        Tensor y = Divide(covariance, Multiply(ExpandDims(deviation, 1), ExpandDims(deviation, 0)));
        return x.Rank == 1 ? Reshape(y, Shape.Scalar) : y;
    }
}
