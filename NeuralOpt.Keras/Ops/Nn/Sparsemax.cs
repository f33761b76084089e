namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Sparsemax: like a softmax, but small elements become 0.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axis; the last by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>As Keras computes it: the threshold comes from the sum of the running sums, so rows need not add up to 1 as in the paper.</remarks>
    /// <seealso href="https://keras.io/api/ops/nn/#sparsemax-function"/>
    /// <seealso href="https://arxiv.org/abs/1602.02068"/>
    public static Tensor Sparsemax(Tensor x, int axis = -1)
    {
        x = Promotion.Floating(x);
        int a = Axis.One("Sparsemax", axis, x);
        Tensor sorted = Flip(Sort(x, a), a);
        Tensor running = Cumsum(sorted, a);
        Tensor number = Cumsum(OnesLike(x), a);
        Tensor support = Greater(sorted - ((running - 1) / number), 0);
        Tensor count = Sum(Cast(support, x.DType), a, keepdims: true);
        Tensor threshold = (Sum(Where(support, running, 0), a, keepdims: true) - 1) / count;
        return Maximum(x - threshold, 0);
    }
}
