namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Hard shrinkage: 0 for <c>|x| &lt;= threshold</c>, else x; element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="threshold">Half the width of the gap; 0.5 by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#hard_shrink-function"/>
    public static Tensor HardShrink(Tensor x, double threshold = 0.5)
    {
        x = Promotion.Floating(x);
        return Where(Greater(Abs(x), threshold), x, 0);
    }

    /// <summary>Soft shrinkage: x brought towards 0 by the threshold; element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="threshold">Half the width of the gap; 0.5 by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#soft_shrink-function"/>
    public static Tensor SoftShrink(Tensor x, double threshold = 0.5)
    {
        x = Promotion.Floating(x);
        return Where(Greater(x, threshold), x - threshold, Where(Less(x, -threshold), x + threshold, 0));
    }

    /// <summary>What the tangent takes away: <c>x - tanh(x)</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#tanh_shrink-function"/>
    public static Tensor TanhShrink(Tensor x) => x - Tanh(x);
}
