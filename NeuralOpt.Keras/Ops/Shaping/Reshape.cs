using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The same elements under another shape.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="newshape">The new shape; one axis may be -1 and follows from the others.</param>
    /// <returns>Shape <paramref name="newshape"/>, the dtype of <paramref name="x"/>. A real tensor shares its memory with <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The number of elements differs.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#reshape-function"/>
    public static Tensor Reshape(Tensor x, Shape newshape) => Guard.NotNull(x).Shape.IsKnown && x.Shape == newshape ? x : Op.Apply(new ReshapeOp(newshape), x);

    private sealed class ReshapeOp(Shape target) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => x[0] with { Shape = Resolve(x) };

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.Reshape();

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [Ops.Reshape(dy, x[0].Shape)];

        private Shape Resolve(TensorSpec[] x)
        {
            int? size = ShapeRules.Product(x[0].Shape);
            int[] open = [.. Enumerable.Range(0, target.Rank).Where(i => target.At(i) is null)];
            if (size is not { } n || open.Length > 1)
            {
                return open.Length > 1 && size is not null ? throw Mismatch($"at most one axis of the new shape {target} may be unknown", x) : target;
            }

            int known = Lengths.Product(Name, [.. target.Select(static d => d ?? 1)]);
            if (open.Length == 0)
            {
                return known == n ? target : throw Mismatch($"the new shape {target} must have as many elements", x);
            }

            return known != 0 && n % known == 0
                ? target.With(open[0], n / known)
                : throw Mismatch($"the elements must divide into the new shape {target}", x);
        }
    }
}
