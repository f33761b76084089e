using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>A function of one element that is one primitive; shape stays, and dtype unless it is a test.</summary>
internal abstract class ElementwiseOp(UnaryKind kind) : Op
{
    protected UnaryKind Kind => kind;

    internal override TensorSpec Infer(TensorSpec[] x) => kind.Traits().IsTest ? x[0] with { DType = DType.Bool } : x[0];

    internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => Unary.Of(kind);
}

/// <summary>An op whose gradient is zero or does not exist everywhere: tests, rounding, integers.</summary>
internal sealed class ConstantOp(UnaryKind kind) : ElementwiseOp(kind)
{
    internal override string Name => Kind.ToString();

    internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null];
}
