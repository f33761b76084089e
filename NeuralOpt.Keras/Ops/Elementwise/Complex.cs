namespace NeuralOpt.Keras;

// There are no complex tensors: these are what Keras's functions are for real ones.
public static partial class Ops
{
    /// <summary>The real part, which is <paramref name="x"/> itself.</summary>
    /// <param name="x">Any tensor.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#real-function"/>
    public static Tensor Real(Tensor x) => Guard.NotNull(x);

    /// <summary>The imaginary part, which is 0.</summary>
    /// <param name="x">Any tensor.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#imag-function"/>
    public static Tensor Imag(Tensor x) => ZerosLike(x);

    /// <summary>The conjugate, which is <paramref name="x"/> itself.</summary>
    /// <param name="x">Any tensor.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#conj-function"/>
    public static Tensor Conj(Tensor x) => Guard.NotNull(x);

    /// <summary>The conjugate; the same as <see cref="Conj"/>.</summary>
    /// <param name="x">Any tensor.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#conjugate-function"/>
    public static Tensor Conjugate(Tensor x) => Guard.NotNull(x);

    /// <summary>The angle in the complex plane: pi for negative numbers, else 0.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>It has no gradient. NaN stays.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#angle-function"/>
    public static Tensor Angle(Tensor x)
    {
        x = StopGradient(Promotion.Floating(x));
        return Where(Isnan(x), x, Cast(Less(x, 0), x.DType) * Math.PI);
    }

    /// <summary>Whether elements have no imaginary part: true.</summary>
    /// <param name="x">Any tensor.</param>
    /// <returns>Shape of <paramref name="x"/>, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#isreal-function"/>
    public static Tensor Isreal(Tensor x) => OnesLike(x, DType.Bool);
}
