using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>Ops that losses, metrics and optimizers need before their own files are there.</summary>
internal static class Interim
{
    internal static Tensor Sqrt(Tensor x) => Op.Apply(new ConstantOp(UnaryKind.Sqrt), x);

    internal static Tensor Square(Tensor x) => x * x;

    internal static Tensor Power(Tensor a, Tensor b) => BinaryOp.Apply(new ConstantBinaryOp(BinaryKind.Power), a, b);

    internal static Tensor Mod(Tensor a, Tensor b) => BinaryOp.Apply(new ConstantBinaryOp(BinaryKind.Modulo), a, b);

    internal static Tensor FloorDivide(Tensor a, Tensor b) => BinaryOp.Apply(new ConstantBinaryOp(BinaryKind.FloorDivide), a, b);

    internal static Tensor Clip(Tensor x, Tensor a, Tensor b) => Ops.Minimum(Ops.Maximum(x, a), b);

    internal static Tensor Mean(Tensor x, Axis? axis = null)
    {
        Tensor sum = Ops.Sum(x, axis);
        return sum / ((double)x.Size / sum.Size);
    }

    internal static Tensor Argmax(Tensor x, int axis)
        => Ops.Sum(Ops.Cast(Ops.Arange(x.Shape[axis]!.Value), DType.Int32) * Ops.Cast(Ops.Equal(x, Ops.Max(x, axis, true)), DType.Int32), axis);

    internal static Tensor SparseCategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits, int axis)
    {
        Tensor p = Ops.TakeAlongAxis(output, Ops.ExpandDims(target, -1), axis);
        return -Op.Apply(new ConstantOp(UnaryKind.Log), fromLogits ? p : p / Ops.Sum(output, axis, true));
    }
}
