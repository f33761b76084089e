using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>One differentiable function of tensors: what it makes, the primitive that makes it, and its gradient in ops.</summary>
internal abstract class Op
{
    /// <summary>The name in error messages: that of the public function.</summary>
    internal virtual string Name => GetType().Name is var n && n.EndsWith("Op", StringComparison.Ordinal) ? n[..^2] : GetType().Name;

    /// <summary>Shape and dtype of the result; the only place that throws a shape error. Axes may be unknown.</summary>
    internal abstract TensorSpec Infer(TensorSpec[] x);

    /// <summary>The primitive that computes it; every axis is known here.</summary>
    internal abstract Primitive Lower(TensorSpec[] x, TensorSpec y);

    /// <summary>The vector-Jacobian product, written in ops: the gradient by each input, null where there is none.</summary>
    /// <param name="dy">The gradient by the result.</param>
    /// <param name="y">The result.</param>
    /// <param name="x">The inputs.</param>
    internal abstract Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x);

    /// <summary>Runs an op, whatever its inputs are: real, symbolic, or traced.</summary>
    internal static Tensor Apply(Op op, params Tensor[] x) => Dispatcher.Run(op, x);

    /// <summary>The exception for inputs that do not fit.</summary>
    protected ShapeException Mismatch(string rule, TensorSpec[] x)
        => new($"{Name}: {rule}. Received shapes: {string.Join(", ", x.Select(s => s.Shape))}.");
}

/// <summary>An op with options and a meaning in simpler ops. An engine may run it whole; else its decomposition runs.</summary>
internal abstract class CompositeOp : Op
{
    /// <summary>The block that an engine may know.</summary>
    internal abstract Block Block { get; }

    /// <summary>The meaning in ops; also what tests compare the block with.</summary>
    internal abstract Tensor Decompose(Tensor[] x);

    internal sealed override Primitive Lower(TensorSpec[] x, TensorSpec y) => Block;
}
