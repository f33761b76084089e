namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Determinant of matrices.</summary>
    /// <param name="x">(..., n, n); integers become float32.</param>
    /// <returns>(...), the floating-point dtype of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The matrices are not square.</exception>
    /// <seealso href="https://keras.io/api/ops/linalg/#det-function"/>
    public static Tensor Det(Tensor x)
    {
        (Tensor sign, Tensor log) = Slogdet(x);
        return sign * Exp(log);
    }

    /// <summary>Logarithm of the determinant of matrices whose determinant is above 0.</summary>
    /// <param name="x">(..., n, n), positive definite; integers become float32.</param>
    /// <returns>(...), the floating-point dtype of <paramref name="x"/>; NaN where the determinant is below 0.</returns>
    /// <seealso href="https://keras.io/api/ops/linalg/#logdet-function"/>
    public static Tensor Logdet(Tensor x)
    {
        (Tensor sign, Tensor log) = Slogdet(x);
        return Where(Less(sign, 0), double.NaN, log);
    }

    /// <summary>Sign of the determinant of matrices, and the logarithm of its size.</summary>
    /// <param name="x">(..., n, n); integers become float32.</param>
    /// <returns>Both (...), of the floating-point dtype of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The matrices are not square.</exception>
    /// <seealso href="https://keras.io/api/ops/linalg/#slogdet-function"/>
    public static (Tensor Sign, Tensor Logabsdet) Slogdet(Tensor x)
    {
        x = MatrixOp.Square("Slogdet", x);
        return
        (
            OfDeterminant(x, static d => d.Sign, null),
            OfDeterminant(x, static d => d.Log, static (dy, _, inputs) => [dy * Swapaxes(Inv(inputs[0]), -1, -2)]));
    }

    private static Tensor OfDeterminant(Tensor x, Func<(double Sign, double Log), double> part, Func<Tensor, Tensor, Tensor[], Tensor?[]>? gradient)
        => Squeeze(
            MatrixOp.Apply("Slogdet", [x], static _ => 1, static _ => 1, m => new double[,] { { part(Elimination.Determinant(m[0])) } }, gradient),
            (-2, -1));
}
