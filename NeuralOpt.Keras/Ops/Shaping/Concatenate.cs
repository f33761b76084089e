using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Joins tensors along an axis.</summary>
    /// <param name="xs">Tensors of the same rank, equal but for the length of the axis; brought to a common dtype.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>That axis is the sum of the inputs'.</returns>
    /// <exception cref="ShapeException">Another axis differs.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#concatenate-function"/>
    public static Tensor Concatenate(IReadOnlyList<Tensor> xs, int axis = 0)
    {
        if (Guard.NoNulls(xs).Count == 0)
        {
            throw new KerasArgumentException("Concatenate: there must be at least one tensor. Received: none.");
        }

        return Op.Apply(new ConcatenateOp(Axis.One("Concatenate", axis, xs[0].Rank)), Promotion.Common(xs));
    }

    /// <summary>Joins tensors of one shape along a new axis.</summary>
    /// <param name="x">Tensors of one shape; brought to a common dtype.</param>
    /// <param name="axis">Place of the new axis.</param>
    /// <returns>One rank more; the new axis is as long as there are tensors.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#stack-function"/>
    public static Tensor Stack(IReadOnlyList<Tensor> x, int axis = 0)
    {
        if (Guard.NoNulls(x).FirstOrDefault(t => !t.Shape.IsCompatibleWith(x[0].Shape)) is { } other)
        {
            throw new ShapeException($"Stack: all tensors must have one shape. Received shapes: {x[0].Shape}, {other.Shape}.");
        }

        return Concatenate([.. x.Select(t => ExpandDims(t, axis))], axis);
    }

    private sealed class ConcatenateOp(int axis) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
        {
            int?[] dims = [.. x[0].Shape];
            dims[axis] = 0;
            foreach (TensorSpec spec in x)
            {
                if (spec.Shape.Rank != dims.Length)
                {
                    throw Unequal(x);
                }

                for (int i = 0; i < dims.Length; i++)
                {
                    int? length = spec.Shape.At(i);
                    if (i == axis)
                    {
                        dims[i] = Lengths.Of(Name, (long?)dims[i] + length);
                    }
                    else if (dims[i] is { } known && length is { } other && known != other)
                    {
                        throw Unequal(x);
                    }
                    else
                    {
                        dims[i] ??= length;
                    }
                }
            }

            return x[0] with { Shape = Shape.Own(dims) };
        }

        private ShapeException Unequal(TensorSpec[] x) => Mismatch($"the inputs must be equal in every axis but axis {axis}", x);

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Concat(axis);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            Tensor?[] dx = new Tensor?[x.Length];
            int start = 0;
            for (int i = 0; i < x.Length; i++)
            {
                int length = x[i].Shape[axis];
                dx[i] = SliceAxis(dy, axis, start, start + length);
                start += length;
            }

            return dx;
        }
    }
}
