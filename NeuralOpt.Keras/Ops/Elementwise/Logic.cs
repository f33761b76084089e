using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Whether both elements hold.</summary>
    /// <param name="x1">Any tensor; numbers count as <c>!= 0</c>.</param>
    /// <param name="x2">Any tensor; numbers count as <c>!= 0</c>.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#logical_and-function"/>
    public static Tensor LogicalAnd(Tensor x1, Tensor x2) => Op.Apply(new ConstantBinaryOp(BinaryKind.LogicalAnd), Cast(x1, DType.Bool), Cast(x2, DType.Bool));

    /// <summary>Whether one of the elements holds, or both.</summary>
    /// <param name="x1">Any tensor; numbers count as <c>!= 0</c>.</param>
    /// <param name="x2">Any tensor; numbers count as <c>!= 0</c>.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#logical_or-function"/>
    public static Tensor LogicalOr(Tensor x1, Tensor x2) => Op.Apply(new ConstantBinaryOp(BinaryKind.LogicalOr), Cast(x1, DType.Bool), Cast(x2, DType.Bool));

    /// <summary>Whether just one of the elements holds.</summary>
    /// <param name="x1">Any tensor; numbers count as <c>!= 0</c>.</param>
    /// <param name="x2">Any tensor; numbers count as <c>!= 0</c>.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#logical_xor-function"/>
    public static Tensor LogicalXor(Tensor x1, Tensor x2) => Op.Apply(new ConstantBinaryOp(BinaryKind.LogicalXor), Cast(x1, DType.Bool), Cast(x2, DType.Bool));

    /// <summary>Whether elements do not hold.</summary>
    /// <param name="x">Any tensor; numbers count as <c>!= 0</c>.</param>
    /// <returns>Shape of <paramref name="x"/>, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#logical_not-function"/>
    public static Tensor LogicalNot(Tensor x) => Op.Apply(new ConstantOp(UnaryKind.LogicalNot), Cast(x, DType.Bool));
}
