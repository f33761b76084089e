using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The greater of two elements; of a number and NaN the number. Broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#fmax-function"/>
    public static Tensor Fmax(Tensor x1, Tensor x2) => Where(Isnan(x1), x2, Where(Isnan(x2), x1, Maximum(x1, x2)));

    /// <summary>The lesser of two elements; of a number and NaN the number. Broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#fmin-function"/>
    public static Tensor Fmin(Tensor x1, Tensor x2) => Where(Isnan(x1), x2, Where(Isnan(x2), x1, Minimum(x1, x2)));

    /// <summary>The step function: 0 below 0, <paramref name="x2"/> at 0, 1 above; element by element, broadcast.</summary>
    /// <param name="x1">Numbers; integers become float32.</param>
    /// <param name="x2">The value at 0; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, floating point.</returns>
    /// <remarks>No gradient flows to <paramref name="x1"/>. NaN stays.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#heaviside-function"/>
    public static Tensor Heaviside(Tensor x1, Tensor x2)
    {
        (Tensor a, Tensor b) = Promotion.Common(StopGradient(Promotion.Floating(x1)), x2);
        return Where(Equal(a, 0), b, Where(Isnan(a), a, Cast(Greater(a, 0), a.DType)));
    }

    /// <summary><c>x1 * 2^x2</c>, element by element, broadcast.</summary>
    /// <param name="x1">Numbers; integers become float32.</param>
    /// <param name="x2">Integers.</param>
    /// <returns>The broadcast shape, floating point.</returns>
    /// <exception cref="ArgumentException">The exponents are no integers.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#ldexp-function"/>
    public static Tensor Ldexp(Tensor x1, Tensor x2)
    {
        Tensor x = Promotion.Floating(x1);
        return Guard.NotNull(x2).DType.IsFloating()
            ? throw new KerasArgumentException($"Ldexp: the exponents x2 must be integers. Received dtype: {x2.DType.Name()}.")
            : x * Exp2(Cast(x2, x.DType));
    }

    /// <summary>The next number that the dtype has, from <paramref name="x1"/> towards <paramref name="x2"/>; element by element, broadcast.</summary>
    /// <param name="x1">Numbers; integers become float32.</param>
    /// <param name="x2">Numbers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, floating point.</returns>
    /// <remarks>It has no gradient.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#nextafter-function"/>
    public static Tensor Nextafter(Tensor x1, Tensor x2)
    {
        (Tensor a, Tensor b) = Promotion.Common(x1, x2);
        return Op.Apply(new ConstantBinaryOp(BinaryKind.NextAfter), Promotion.Floating(a), Promotion.Floating(b));
    }
}
