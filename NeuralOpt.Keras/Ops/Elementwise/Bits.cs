using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The bits that both integers have.</summary>
    /// <param name="x">Integers.</param>
    /// <param name="y">Integers; brought to a common dtype with <paramref name="x"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#bitwise_and-function"/>
    public static Tensor BitwiseAnd(Tensor x, Tensor y) => Bits("BitwiseAnd", BinaryKind.BitwiseAnd, x, y);

    /// <summary>The bits that one of the integers has, or both.</summary>
    /// <param name="x">Integers.</param>
    /// <param name="y">Integers; brought to a common dtype with <paramref name="x"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#bitwise_or-function"/>
    public static Tensor BitwiseOr(Tensor x, Tensor y) => Bits("BitwiseOr", BinaryKind.BitwiseOr, x, y);

    /// <summary>The bits that just one of the integers has.</summary>
    /// <param name="x">Integers.</param>
    /// <param name="y">Integers; brought to a common dtype with <paramref name="x"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#bitwise_xor-function"/>
    public static Tensor BitwiseXor(Tensor x, Tensor y) => Bits("BitwiseXor", BinaryKind.BitwiseXor, x, y);

    /// <summary>The bits that an integer does not have.</summary>
    /// <param name="x">Integers or bool.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#bitwise_not-function"/>
    public static Tensor BitwiseNot(Tensor x)
        => Guard.NotNull(x).DType == DType.Bool ? LogicalNot(x)
        : x.DType.IsFloating() ? throw NotWhole("BitwiseNot", x.DType)
        : Op.Apply(new ConstantOp(UnaryKind.BitwiseNot), x);

    /// <summary>The bits that an integer does not have; the same as <see cref="BitwiseNot"/>.</summary>
    /// <param name="x">Integers or bool.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#bitwise_invert-function"/>
    public static Tensor BitwiseInvert(Tensor x) => BitwiseNot(x);

    /// <summary>Moves bits to the left, zeros follow.</summary>
    /// <param name="x">Integers.</param>
    /// <param name="y">How many bits, from 0 to one less than the dtype has.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#bitwise_left_shift-function"/>
    public static Tensor BitwiseLeftShift(Tensor x, Tensor y) => Bits("BitwiseLeftShift", BinaryKind.ShiftLeft, x, y);

    /// <summary>Moves bits to the left, zeros follow; the same as <see cref="BitwiseLeftShift"/>.</summary>
    /// <param name="x">Integers.</param>
    /// <param name="y">How many bits, from 0 to one less than the dtype has.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#left_shift-function"/>
    public static Tensor LeftShift(Tensor x, Tensor y) => Bits("LeftShift", BinaryKind.ShiftLeft, x, y);

    /// <summary>Moves bits to the right, the sign follows.</summary>
    /// <param name="x">Integers.</param>
    /// <param name="y">How many bits, from 0 to one less than the dtype has.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#bitwise_right_shift-function"/>
    public static Tensor BitwiseRightShift(Tensor x, Tensor y) => Bits("BitwiseRightShift", BinaryKind.ShiftRight, x, y);

    /// <summary>Moves bits to the right, the sign follows; the same as <see cref="BitwiseRightShift"/>.</summary>
    /// <param name="x">Integers.</param>
    /// <param name="y">How many bits, from 0 to one less than the dtype has.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#right_shift-function"/>
    public static Tensor RightShift(Tensor x, Tensor y) => Bits("RightShift", BinaryKind.ShiftRight, x, y);

    private static Tensor Bits(string op, BinaryKind kind, Tensor x, Tensor y)
    {
        (x, y) = Promotion.Common(x, y, op);
        return x.DType.IsFloating() ? throw NotWhole(op, x.DType)
            : x.DType != DType.Bool ? Op.Apply(new ConstantBinaryOp(kind), x, y)
            : kind switch
            {
                BinaryKind.BitwiseAnd => LogicalAnd(x, y),
                BinaryKind.BitwiseOr => LogicalOr(x, y),
                BinaryKind.BitwiseXor => LogicalXor(x, y),
                _ => Op.Apply(new ConstantBinaryOp(kind), Cast(x, DType.Int32), Cast(y, DType.Int32)),
            };
    }

    private static KerasArgumentException NotWhole(string op, DType dtype)
        => new($"{op}: the inputs must be integers. Received dtype: {dtype.Name()}.");
}
