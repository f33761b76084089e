using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Absolute value, element by element.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>At 0 the gradient is 0.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#abs-function"/>
    public static Tensor Abs(Tensor x) => Guard.NotNull(x).DType is DType.Bool or DType.UInt8 or DType.UInt16 or DType.UInt32 ? x : Op.Apply(new AbsOp(), x);

    /// <summary>Absolute value, element by element; the same as <see cref="Abs"/>.</summary>
    /// <param name="x">Numbers.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#absolute-function"/>
    public static Tensor Absolute(Tensor x) => Abs(x);

    /// <summary>Absolute value as a floating-point number, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#fabs-function"/>
    public static Tensor Fabs(Tensor x) => Abs(Promotion.Floating(x));

    private sealed class AbsOp() : ElementwiseOp(UnaryKind.Abs)
    {
        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [dy * Sign(x[0])];
    }
}
