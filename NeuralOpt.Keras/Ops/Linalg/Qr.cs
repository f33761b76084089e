namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>QR decomposition of matrices: orthogonal columns times an upper triangle.</summary>
    /// <param name="x">(..., m, n); integers become float32.</param>
    /// <param name="mode"><c>"reduced"</c>: min(m, n) columns; <c>"complete"</c>: m columns.</param>
    /// <returns>Q (..., m, k) and R (..., k, n).</returns>
    /// <exception cref="ArgumentException">The mode is unknown.</exception>
    /// <remarks>By Householder's reflections. The gradient exists for m at least n in the reduced mode.</remarks>
    /// <seealso href="https://keras.io/api/ops/linalg/#qr-function"/>
    public static (Tensor Q, Tensor R) Qr(Tensor x, string mode = "reduced")
    {
        if (mode is not ("reduced" or "complete"))
        {
            throw new KerasArgumentException($"Qr: mode must be 'reduced' or 'complete'. Received: '{mode}'.");
        }

        x = MatrixOp.Matrices("Qr", x);
        Tensor q = MatrixOp.Apply(
            "Qr",
            [x],
            static s => s[0].Shape.At(^2),
            s => mode == "complete" ? s[0].Shape.At(^2) : s[0].Shape.At(^2) is { } m && s[0].Shape.At(^1) is { } n ? Math.Min(m, n) : null,
            a => Householder.Q(a[0], mode == "complete" ? a[0].GetLength(0) : Math.Min(a[0].GetLength(0), a[0].GetLength(1))),
            (dy, y, inputs) => [GradientOfQ(dy, y, inputs[0])]);
        return (q, Triu(MatrixProduct(q, x, transposeA: true)));
    }

    // The part of dQ outside Q's span passes; inside, only what keeps Q orthogonal and R a triangle does.
    private static Tensor GradientOfQ(Tensor dq, Tensor q, Tensor x)
    {
        if (q.Shape.At(^1) != x.Shape.At(^1))
        {
            throw new KerasNotSupportedException($"Qr: a gradient needs at least as many rows as columns, and the reduced mode. Received shape: {x.Shape}.");
        }

        Tensor r = MatrixProduct(q, x, transposeA: true);
        Tensor m = -MatrixProduct(dq, q, transposeA: true);
        Tensor symmetric = Tril(m) + Swapaxes(Tril(m, -1), -1, -2);
        return Swapaxes(SolveTriangular(r, Swapaxes(dq + MatrixProduct(q, symmetric), -1, -2)), -1, -2);
    }
}
