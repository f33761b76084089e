using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>One entry between the brackets of <c>x[...]</c>, as in NumPy.</summary>
/// <remarks>
/// <c>x[0]</c>, <c>x[^1]</c> or <c>x[-1]</c> one element, whose axis goes; <c>x[1..]</c> or <c>x[Slice.Step(null, null, -1)]</c> a range;
/// <c>x["..."]</c> or <c>x[Slice.Ellipsis]</c> as many whole axes as are left; <c>x[null]</c> or <c>x[Slice.NewAxis]</c> a new axis of length 1;
/// <c>x[mask]</c> where a bool tensor is true; <c>x[[0, 2, -1]]</c> or <c>x[indices]</c> the elements of a list.
/// </remarks>
[CollectionBuilder(typeof(Slice), nameof(Create))]
public sealed class Slice
{
    private Slice(AxisRange? range = null, Tensor? indices = null)
    {
        Span = range;
        Indices = indices;
    }

    /// <summary>As many whole axes as are left, Python's <c>...</c>.</summary>
    public static Slice Ellipsis { get; } = new();

    /// <summary>A new axis of length 1, NumPy's <c>newaxis</c>.</summary>
    public static Slice NewAxis { get; } = new();

    /// <summary>The whole axis, Python's <c>:</c>.</summary>
    public static Slice All { get; } = new(AxisRange.All);

    internal AxisRange? Span { get; }

    internal Tensor? Indices { get; }

    /// <summary>Number of axes of the tensor that it takes up.</summary>
    internal int Axes => this == Ellipsis || this == NewAxis ? 0 : Indices is { DType: DType.Bool } mask ? mask.Rank : 1;

    /// <summary>Every step-th element, Python's <c>start:stop:step</c>.</summary>
    /// <param name="start">The first; negative counts from the end; null for the end where the walk begins.</param>
    /// <param name="stop">Where to stop, not included; null for the end where the walk ends.</param>
    /// <param name="step">Not 0; negative walks backwards.</param>
    /// <exception cref="ArgumentException">The step is 0.</exception>
    public static Slice Step(int? start, int? stop, int step)
        => step != 0 ? new(new AxisRange(start, stop, step)) : throw new KerasArgumentException("Slice: the step must not be 0. Received: 0.");

    /// <summary>A list of indices; collection expressions such as <c>x[[0, 2]]</c> call it.</summary>
    /// <param name="indices">Indices, negative from the end.</param>
    public static Slice Create(ReadOnlySpan<int> indices) => new(indices: Tensor.From<int>(indices, indices.Length));

    /// <summary>The indices of a list.</summary>
    /// <exception cref="InvalidOperationException">It is not a list of indices.</exception>
    public IEnumerator<int> GetEnumerator()
        => Indices is { DType: DType.Int32, Rank: 1 } list
            ? ((IEnumerable<int>)list.Data<int>().ToArray()).GetEnumerator()
            : throw new KerasInvalidOperationException("Slice: only a list of indices can be enumerated.");

    /// <summary>One element, whose axis goes.</summary>
    /// <param name="index">Negative counts from the end.</param>
    public static implicit operator Slice(int index) => new(AxisRange.One(index));

    /// <summary>One element, whose axis goes, as in <c>x[^1]</c>.</summary>
    /// <param name="index">Counted from either end.</param>
    public static implicit operator Slice(Index index) => new(AxisRange.One(index.IsFromEnd ? -index.Value : index.Value));

    /// <summary>A range, as in <c>x[1..^1]</c>. As in Python it is cut where the axis ends.</summary>
    /// <param name="range">Both ends counted from either end.</param>
    public static implicit operator Slice(Range range) => new(new AxisRange(End(range.Start) ?? int.MaxValue, End(range.End), 1));

    /// <summary><c>"..."</c>, as many whole axes as are left.</summary>
    /// <param name="text">Three points.</param>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static implicit operator Slice(string text)
        => text == "..." ? Ellipsis : throw new KerasArgumentException($"Slice: a text must be \"...\". Received: \"{text}\".");

    /// <summary>A list of indices.</summary>
    /// <param name="indices">Indices, negative from the end.</param>
    public static implicit operator Slice(int[] indices) => Create(indices);

    /// <summary>A mask over one axis.</summary>
    /// <param name="mask">As many as the axis is long.</param>
    public static implicit operator Slice(bool[] mask) => new(indices: Tensor.From<bool>(Guard.NotNull(mask, "Slice"), mask.Length));

    /// <summary>A bool mask over as many axes as it has, or indices along one axis.</summary>
    /// <param name="indices">bool or integers.</param>
    /// <exception cref="ArgumentException">It is floating point.</exception>
    public static implicit operator Slice(Tensor indices)
        => !Guard.NotNull(indices, "Slice").DType.IsFloating()
            ? new(indices: indices)
            : throw new KerasArgumentException($"Slice: a tensor must be a bool mask or integer indices. Received dtype: {indices.DType.Name()}.");

    // ^0 is the end itself.
    private static int? End(Index index) => !index.IsFromEnd ? index.Value : index.Value == 0 ? null : -index.Value;
}
