using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>A reduction over axes.</summary>
internal abstract class ReduceOp(ReduceKind kind, int[] axes, bool keepDims) : Op
{
    protected int[] Axes => axes;

    internal override string Name => kind.ToString();

    internal override TensorSpec Infer(TensorSpec[] x)
        => x[0].With(ShapeRules.Reduce(x[0].Shape, axes, keepDims), kind is ReduceKind.ArgMax or ReduceKind.ArgMin ? DType.Int32 : x[0].DType);

    internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Reduce(kind, Engines.Axes.Own(axes), keepDims);

    /// <summary>The result, or its gradient, with the reduced axes back at length 1.</summary>
    protected Tensor Keep(Tensor t, Tensor x)
        => keepDims ? t : Ops.Reshape(t, ShapeRules.Reduce(x.Shape, axes, keepDims: true));
}
