using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>An array of numbers of one type: what layers take and give.</summary>
/// <remarks>
/// <para>Row-major and contiguous; the type of the elements is known at run time. Nobody disposes it: it is ordinary memory, kept as long as it is held.</para>
/// <para><c>==</c> and <c>!=</c> ask whether two tensors are one object, as for every C# class; element by element it is <c>Ops.Equal(a, b)</c>, a power is <c>Ops.Power(a, b)</c>.</para>
/// <para>Inside a model being described, or a step being compiled, a tensor is symbolic: it has a shape and a dtype but no values, and asking for them throws.</para>
/// </remarks>
public partial class Tensor
{
    private Buffer? _buffer;

    internal Tensor(TensorSpec spec, Buffer? buffer)
    {
        Spec = spec;
        _buffer = buffer;
    }

    /// <summary>Lengths of the axes.</summary>
    public Shape Shape => Spec.Shape;

    /// <summary>Type of the elements.</summary>
    public DType DType => Spec.DType;

    /// <summary>Number of axes, Keras's <c>ndim</c>.</summary>
    public int Rank => Spec.Shape.Rank;

    /// <summary>Number of elements.</summary>
    public int Size => Spec.Shape.Size();

    internal TensorSpec Spec { get; }

    /// <summary>The number, where the tensor was made from a bare C# number: such a one takes the dtype of the tensor it meets.</summary>
    internal double? Weak { get; private set; }

    /// <summary>Which time steps count, as <c>Embedding(maskZero: true)</c> and <c>Masking</c> say: bool, (batch, steps). Keras's <c>_keras_mask</c>.</summary>
    internal Tensor? Mask { get; set; }

    /// <summary>What a softmax or sigmoid was taken of, so that a cross-entropy need not undo it. Keras's <c>_keras_logits</c>.</summary>
    internal Tensor? Logits { get; set; }

    /// <summary>Whether there are values.</summary>
    internal bool IsConcrete => _buffer is not null;

    /// <summary>The memory behind the values.</summary>
    internal virtual Buffer Buffer => _buffer ?? throw new KerasInvalidOperationException(
        $"Tensor: a symbolic tensor {Spec} has no values while a model is described or a step is compiled. Use ops on it, or Compile(runEagerly: true) to look at values.");

    /// <summary>The values as NumPy prints them: aligned, and summarised above 1,000 elements.</summary>
    /// <returns>Text such as <c>[[1. 2.]\n [3. 4.]]</c>.</returns>
    public override string ToString() => TensorText.Of(this);

    /// <summary>A new tensor whose values the caller writes, every one.</summary>
    internal static Tensor Uninitialized(TensorSpec spec) => new(spec, Keras.Buffer.Uninitialized(spec.Bytes));

    /// <summary>A new tensor of zeros.</summary>
    internal static Tensor Zeros(TensorSpec spec) => new(spec, Keras.Buffer.Zeros(spec.Bytes));

    /// <summary>The values in row-major order; valid as long as the tensor is held.</summary>
    internal Span<T> Data<T>() where T : unmanaged
        => DTypes.Of(typeof(T)) == DType
            ? Buffer.Span<T>()
            : throw new KerasInvalidOperationException($"Tensor: values of {DType.Name()} cannot be read as {typeof(T).Name}; use AsType first.");

    /// <summary>The same memory under another shape of the same size.</summary>
    internal Tensor View(Shape shape) => new(Spec with { Shape = shape }, Buffer);
}
