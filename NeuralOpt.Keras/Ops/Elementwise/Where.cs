using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Elements of <paramref name="x1"/> where the condition holds, else of <paramref name="x2"/>; all broadcast.</summary>
    /// <param name="condition">Bool; numbers count as <c>!= 0</c>.</param>
    /// <param name="x1">Any tensor.</param>
    /// <param name="x2">Any tensor; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#where-function"/>
    public static Tensor Where(Tensor condition, Tensor x1, Tensor x2)
    {
        (Tensor a, Tensor b) = Promotion.Common(x1, x2);
        return Op.Apply(new WhereOp(), Cast(Guard.NotNull(condition), DType.Bool), a, b);
    }

    private sealed class WhereOp : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
            => ShapeRules.Broadcast(x[0].Shape, x[1].Shape) is { } two && ShapeRules.Broadcast(two, x[2].Shape) is { } all
                ? x[1].With(all, x[1].DType)
                : throw Mismatch("condition and both choices must broadcast", x);

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.Select();

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
            => [null, SumTo(Where(x[0], dy, 0), x[1].Shape), SumTo(Where(x[0], 0, dy), x[2].Shape)];
    }
}
