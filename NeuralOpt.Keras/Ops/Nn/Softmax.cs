namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Softmax: <c>exp(x) / sum(exp(x))</c> over axes, without overflow.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axes over which the result adds up to 1; the last by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>The result over one axis remembers <paramref name="x"/>: a cross-entropy of it is computed from there, without loss of digits.</remarks>
    /// <seealso href="https://keras.io/api/ops/nn/#softmax-function"/>
    public static Tensor Softmax(Tensor x, Axis? axis = null)
    {
        x = Promotion.Floating(x);
        int[] axes = (axis ?? -1).Resolve("Softmax", x.Rank);
        if (axes is [var only] && x.Shape.At(only) == 1)
        {
            KerasWarnings.WarnOnce(
                $"Softmax: axis {only} of shape {(only > 0 ? x.Shape.With(0, null) : x.Shape)} has one element, so that every value becomes 1, which is hardly meant. Is it to be a sigmoid?");
        }

        if (Promotion.Widened(x) is { } wide)
        {
            Tensor narrow = Cast(Softmax(wide, axis), DType.Float16);
            narrow.Logits = axes.Length == 1 ? x : null;
            return narrow;
        }

        Tensor e = Exp(x - Peak(x, axes));
        Tensor y = e / Sum(e, axes, keepdims: true);
        y.Logits = axes.Length == 1 ? x : null;
        return y;
    }

    /// <summary>Logarithm of the softmax, <c>x - logsumexp(x)</c>, over axes.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axes; the last by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#log_softmax-function"/>
    public static Tensor LogSoftmax(Tensor x, Axis? axis = null)
    {
        x = Promotion.Floating(x);
        if (Promotion.Widened(x) is { } wide)
        {
            return Cast(LogSoftmax(wide, axis), DType.Float16);
        }

        int[] axes = (axis ?? -1).Resolve("LogSoftmax", x.Rank);
        Tensor shifted = x - Peak(x, axes);
        return shifted - Log(Sum(Exp(shifted), axes, keepdims: true));
    }
}
