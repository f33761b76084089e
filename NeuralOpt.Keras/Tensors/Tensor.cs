using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>An array of numbers of one type: what layers take and give.</summary>
/// <remarks>
/// <para>Row-major and contiguous; the type of the elements is known at run time. Nobody disposes it: it is ordinary memory, kept as long as it is held.</para>
/// <para>Operators work element by element, <c>==</c> and <c>!=</c> too; null is tested with <c>x is null</c>, one object with <c>ReferenceEquals</c>.
/// A tensor of one element may stand in an <c>if</c>.</para>
/// <para>Inside a model being described, or a step being compiled, a tensor is symbolic: it has a shape and a dtype but no values, and asking for them throws.</para>
/// </remarks>
/// <example><code>
/// Tensor x = new[,] { { 1.0, 5, 3 }, { 4, 2, 6 } };
/// Console.WriteLine(x.Mean());                         // 3.5
/// Console.WriteLine(x.Mean(axis: 0));                  // [2.5 3.5 4.5]
/// Tensor scaled = (x - x.Mean(axis: 0)) / x.Std(axis: 0);
/// Tensor classes = x.Argmax(axis: 1);                  // [1 2]
/// Tensor hits = (classes == new[] { 1, 0 }).Mean();    // 0.5
/// Tensor columns = x.T;                                // (3, 2)
/// Tensor flat = x.Reshape(-1, 6).AsType("float32");    // (1, 6)
/// Console.WriteLine($"{x[0, ^1]:F2}");                 // 3.00
/// </code></example>
public partial class Tensor : IFormattable
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

    /// <summary>The values, each in a format of .NET's: <c>$"{loss:F4}"</c>, <c>$"{x:0.00}"</c>.</summary>
    /// <param name="format">Such as <c>F4</c>, <c>E2</c>, <c>P1</c>, <c>0.00</c>; null, empty or <c>G</c> for NumPy's form.</param>
    /// <param name="formatProvider">Has no say: there is a decimal point whatever the culture.</param>
    /// <returns>A number, or rows in brackets, aligned.</returns>
    /// <exception cref="FormatException">Numbers have no such format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
        => !HasValues || string.IsNullOrEmpty(format) || format is "G" or "g" ? ToString() : TensorText.Of(this, format);

    /// <summary>Whether the text shows values: not of a tensor that stands for some.</summary>
    private protected virtual bool HasValues => IsConcrete;

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
