namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Inserts axes of length 1.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">Place of each new axis in the result.</param>
    /// <returns>The elements of <paramref name="x"/>, one rank more for each axis.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#expand_dims-function"/>
    public static Tensor ExpandDims(Tensor x, Axis axis)
    {
        int rank = Guard.NotNull(x).Rank + axis.Count();
        List<int?> dims = [.. x.Shape];
        foreach (int a in axis.Resolve("ExpandDims", rank))
        {
            dims.Insert(a, 1);
        }

        return InsertedAxes(x, dims.ToArray());
    }

    /// <summary>Removes axes of length 1.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">The axes; null for all that have length 1.</param>
    /// <returns>The elements of <paramref name="x"/> without those axes.</returns>
    /// <exception cref="ShapeException">A named axis has another length.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#squeeze-function"/>
    public static Tensor Squeeze(Tensor x, Axis? axis = null)
    {
        int[] axes = axis?.Resolve("Squeeze", Guard.NotNull(x).Rank) ?? [.. Enumerable.Range(0, Guard.NotNull(x).Rank).Where(i => x.Shape.At(i) == 1)];
        foreach (int a in axes)
        {
            if (x.Shape.At(a) is not (1 or null))
            {
                throw new ShapeException($"Squeeze: axis {a} must have length 1. Received shape: {x.Shape}.");
            }
        }

        return InsertedAxes(x, ShapeRules.Reduce(x.Shape, axes, keepDims: false));
    }

    // A reshape that moves only axes of length 1 is sound for any number of unknown axes.
    private static Tensor InsertedAxes(Tensor x, Shape shape) => Op.Apply(new InsertedAxesOp(x.Shape, shape), x);

    private sealed class InsertedAxesOp(Shape source, Shape target) : Op
    {
        internal override string Name => "Reshape";

        // What was not known when a model was described comes with the real input, in the same order.
        internal override TensorSpec Infer(TensorSpec[] x)
        {
            Queue<int?> unknown = new(x[0].Shape.Where((_, i) => source.At(i) is null));
            return x[0] with { Shape = target.Select(d => d ?? unknown.Dequeue()).ToArray() };
        }

        internal override Engines.Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.Reshape();

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [Reshape(dy, x[0].Shape)];
    }
}
