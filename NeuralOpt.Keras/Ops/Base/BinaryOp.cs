using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>A function of two elements, broadcast; both have one dtype by the time they get here.</summary>
internal abstract class BinaryOp(BinaryKind kind) : Op
{
    internal override string Name => kind.ToString();

    internal override TensorSpec Infer(TensorSpec[] x)
        => x[0].With(
            ShapeRules.Broadcast(x[0].Shape, x[1].Shape) ?? throw Mismatch("shapes must broadcast: from the last axis on, lengths are equal or 1", x),
            kind.Traits().IsTest ? DType.Bool : x[0].DType);

    internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => Binary.Of(kind);

    internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
    {
        Tensor?[] dx = Gradient(dy, y, x[0], x[1]);
        return [dx[0] is { } a ? Ops.SumTo(a, x[0].Shape) : null, dx[1] is { } b ? Ops.SumTo(b, x[1].Shape) : null];
    }

    /// <summary>The gradients in the broadcast shape; the base adds them up where an input was broadcast.</summary>
    protected abstract Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b);

    /// <summary>Brings both to their common dtype and applies the op.</summary>
    internal static Tensor Apply(
        BinaryOp op,
        Tensor a,
        Tensor b,
        [CallerMemberName] string name = "",
        [CallerArgumentExpression(nameof(a))] string nameA = "",
        [CallerArgumentExpression(nameof(b))] string nameB = "")
    {
        (a, b) = Promotion.Common(a, b, name, nameA, nameB);
        return Op.Apply(op, a, b);
    }
}

/// <summary>Comparisons, logic, bits: functions of two elements without a gradient.</summary>
internal sealed class ConstantBinaryOp(BinaryKind kind) : BinaryOp(kind)
{
    protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b) => [null, null];
}
