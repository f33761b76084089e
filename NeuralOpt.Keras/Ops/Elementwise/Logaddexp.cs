namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary><c>log(exp(x1) + exp(x2))</c> without overflow; element by element, broadcast.</summary>
    /// <param name="x1">Numbers; integers become float32.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, floating point.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#logaddexp-function"/>
    public static Tensor Logaddexp(Tensor x1, Tensor x2)
    {
        (x1, x2) = Promotion.Common(x1, x2);
        (x1, x2) = (Promotion.Floating(x1), Promotion.Floating(x2));
        Tensor delta = x1 - x2;

        // Two infinities of one sign have no difference; their sum is the answer.
        Tensor undefined = Isnan(delta);
        return Where(undefined, x1 + x2, Maximum(x1, x2) + Softplus(-Abs(Where(undefined, 0, delta))));
    }

    /// <summary><c>log2(2^x1 + 2^x2)</c> without overflow; element by element, broadcast.</summary>
    /// <param name="x1">Numbers; integers become float32.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, floating point.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#logaddexp2-function"/>
    public static Tensor Logaddexp2(Tensor x1, Tensor x2)
    {
        (x1, x2) = Promotion.Common(x1, x2);
        (x1, x2) = (Promotion.Floating(x1), Promotion.Floating(x2));
        Tensor delta = x1 - x2;
        Tensor undefined = Isnan(delta);
        Tensor more = Log1p(Exp2(-Abs(Where(undefined, 0, delta)))) / Math.Log(2);
        return Where(undefined, x1 + x2, Maximum(x1, x2) + more);
    }
}
