namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>Sparsemax: like softmax, but with most results exactly 0.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="axis">The axis along which elements compete; the last by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>
    /// As Keras computes it: <c>max(x - tau, 0)</c> with <c>tau = (s - 1) / k</c>, where k elements are in the support and s sums their
    /// running sums, largest first. It is the projection of Martins and Astudillo (2016) only where k is 1: else results need not sum to 1.
    /// </remarks>
    /// <seealso href="https://keras.io/api/layers/activations/#sparsemax-function"/>
    public static Tensor Sparsemax(Tensor x, int axis = -1)
    {
        Tensor z = Ops.Moveaxis(x, axis, -1);
        int n = z.Shape.At(^1) ?? throw new ShapeException($"Sparsemax: the axis must have a known length. Received shape: {x.Shape}.");
        Tensor sorted = -Ops.Sort(-z, axis: -1);
        Tensor sums = Ops.Cumsum(sorted, axis: -1);
        Tensor ranks = Ops.Arange(1, n + 1, dtype: x.DType);
        Tensor support = Ops.Greater(sorted, (sums - 1) / ranks);
        Tensor k = Ops.Sum(Ops.Cast(support, x.DType), axis: -1, keepdims: true);
        Tensor tau = (Ops.Sum(Ops.Where(support, sums, 0), axis: -1, keepdims: true) - 1) / k;
        return Ops.Moveaxis(Ops.Maximum(z - tau, 0), -1, axis);
    }

    /// <inheritdoc cref="Sparsemax(Tensor, int)"/>
    public static Tensor Sparsemax(Tensor x) => Sparsemax(x, axis: -1);
}
