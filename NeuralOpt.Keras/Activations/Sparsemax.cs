namespace NeuralOpt.Keras;

public static partial class Activations
{
    /// <summary>Sparsemax: the nearest point of the probability simplex, with many probabilities exactly 0.</summary>
    /// <param name="x">Floating point, any shape.</param>
    /// <param name="axis">The axis whose values will sum to 1; the last by default.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>Martins and Astudillo, "From Softmax to Sparsemax", 2016.</remarks>
    /// <seealso href="https://keras.io/api/layers/activations/#sparsemax-function"/>
    public static Tensor Sparsemax(Tensor x, int axis = -1)
    {
        Tensor z = Ops.Moveaxis(x, axis, -1);

        // Sorting only finds out which elements stay; the gradient flows through the elements themselves.
        Tensor sorted = -Ops.Sort(-Ops.StopGradient(z), axis: -1);
        int n = x.Shape[axis] ?? throw new ShapeException($"Sparsemax: the axis must have a known length. Received shape: {x.Shape}.");
        Tensor ranks = Ops.Arange(1, n + 1, dtype: x.DType);
        Tensor count = Ops.Sum(Ops.Cast(1 + (ranks * sorted) > Ops.Cumsum(sorted, axis: -1), x.DType), axis: -1, keepdims: true);
        Tensor smallest = Ops.Sum(Ops.Where(Ops.Equal(ranks, count), sorted, 0), axis: -1, keepdims: true);
        Tensor stays = Ops.GreaterEqual(z, smallest);
        Tensor tau = (Ops.Sum(Ops.Where(stays, z, 0), axis: -1, keepdims: true) - 1) / count;
        return Ops.Moveaxis(Ops.Where(stays, z - tau, 0), -1, axis);
    }
}
