using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Repeats a tensor along axes of length 1 and new first axes, as NumPy broadcasts.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <returns>Shape <paramref name="shape"/>, the dtype of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The tensor does not broadcast to that shape.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#broadcast_to-function"/>
    public static Tensor BroadcastTo(Tensor x, Shape shape) => Guard.NotNull(x).Shape == shape && shape.IsKnown ? x : Op.Apply(new BroadcastToOp(x.Shape, shape), x);

    /// <summary>Adds up what broadcasting repeated: the gradient of <see cref="BroadcastTo"/>.</summary>
    internal static Tensor SumTo(Tensor x, Shape shape)
    {
        if (x.Shape == shape)
        {
            return x;
        }

        int extra = x.Rank - shape.Rank;
        int[] axes = [.. Enumerable.Range(0, x.Rank).Where(i => i < extra || (shape.At(i - extra) == 1 && x.Shape.At(i) != 1))];
        return Reshape(Sum(x, axes), shape);
    }

    private sealed class BroadcastToOp(Shape source, Shape target) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
            => ShapeRules.Broadcast(x[0].Shape, target) is { } shape && shape.IsCompatibleWith(target)
                ? x[0] with { Shape = shape.Select((d, i) => d ?? Kept(x[0].Shape, i - (target.Rank - source.Rank))).ToArray() }
                : throw Mismatch($"the shape must broadcast to {target}", x);

        // An axis that was not known on either side when a model was described is the input's.
        private int? Kept(Shape x, int axis) => axis >= 0 && source.At(axis) is null ? x.At(axis) : null;

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.BroadcastTo();

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [SumTo(dy, x[0].Shape)];
    }
}
