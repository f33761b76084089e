namespace NeuralOpt.Keras.Engines;

/// <summary>What an engine can be asked to do: a name and options, no tensors. Equality is by value.</summary>
/// <remarks>Inputs and the output are described by the node that holds the primitive; every primitive has one output.</remarks>
internal abstract record Primitive
{
    internal string Name => GetType().Name;
}

/// <summary>A function of one element, <c>y = f(x)</c>. The dtype stays, but tests give bool.</summary>
internal sealed record Unary(UnaryKind Kind) : Primitive
{
    private static readonly Unary[] s_all = [.. Enum.GetValues<UnaryKind>().Select(static k => new Unary(k))];

    /// <summary>The one object of a kind: eager code asks for it at each call.</summary>
    internal static Unary Of(UnaryKind kind) => s_all[(int)kind];
}

/// <summary>A function of two elements of one dtype, broadcast as in NumPy. The dtype stays, but comparisons give bool.</summary>
internal sealed record Binary(BinaryKind Kind) : Primitive
{
    private static readonly Binary[] s_all = [.. Enum.GetValues<BinaryKind>().Select(static k => new Binary(k))];

    /// <summary>The one object of a kind: eager code asks for it at each call.</summary>
    internal static Binary Of(BinaryKind kind) => s_all[(int)kind];
}

/// <summary><c>condition ? a : b</c>, all three broadcast; the condition is bool, <c>a</c> and <c>b</c> have one dtype.</summary>
internal sealed record Select : Primitive;

/// <summary>Conversion to the output's dtype: floats to integers truncate, anything to bool is <c>x != 0</c>.</summary>
internal sealed record Cast : Primitive;

/// <summary>Reduction over axes (sorted, none negative); the axes stay with length 1 where <paramref name="KeepDims"/>.</summary>
/// <remarks>Any and All take bool. ArgMax and ArgMin reduce one axis to int32, the first winner.</remarks>
internal sealed record Reduce(ReduceKind Kind, Axes Axes, bool KeepDims) : Primitive;

/// <summary>Running sum, product, maximum along an axis.</summary>
internal sealed record Cumulative(CumulativeKind Kind, int Axis, bool Reverse = false) : Primitive;

/// <summary>Matrix product of the last two axes, the earlier axes equal in both or absent in the second.</summary>
internal sealed record MatMul(bool TransposeA = false, bool TransposeB = false) : Primitive;

/// <summary>The same elements under the output's shape. Engines give both the same memory.</summary>
internal sealed record Reshape : Primitive;

/// <summary><c>y</c>'s axis <c>i</c> is <c>x</c>'s axis <c>Permutation[i]</c>.</summary>
internal sealed record Transpose(Axes Permutation) : Primitive;

/// <summary>Repeats along axes of length 1, and along new axes at the front, as NumPy broadcasts.</summary>
internal sealed record BroadcastTo : Primitive;

/// <summary>Elements <c>Start + i * Step</c> of each axis; a negative step walks backwards. The output's shape says how many.</summary>
internal sealed record StridedSlice(Axes Start, Axes Step) : Primitive;

/// <summary>The input's elements, <c>Interior</c> apart, after <c>Low</c> and before <c>High</c> elements of the second input, a scalar. Low and High may be negative: that cuts.</summary>
internal sealed record Pad(Axes Low, Axes High, Axes Interior) : Primitive;

/// <summary>Inputs one after the other along an axis.</summary>
internal sealed record Concat(int Axis) : Primitive;

/// <summary>Elements in reverse order along axes.</summary>
internal sealed record Reverse(Axes Axes) : Primitive;

/// <summary>Slices of the first input along an axis, chosen by the second (int32 or int64): that axis is replaced by the indices' shape.</summary>
/// <remarks>An index outside the axis is an <see cref="ArgumentOutOfRangeException"/>; negative indices are made positive above the seam.</remarks>
internal sealed record Gather(int Axis, IndexRule? Rule = null) : Primitive;

/// <summary><c>y[.., i, ..] = x[.., index[.., i, ..], ..]</c> along an axis; both have the same rank and the same other lengths.</summary>
internal sealed record GatherElements(int Axis, IndexRule? Rule = null) : Primitive;

/// <summary><c>y = x</c> with the slices of the third input joined in at the first axes' indices in the last axis of the second.</summary>
/// <remarks>Inputs: x (d0.., rest), indices (n, k) int32 or int64, updates (n, rest) with <c>k</c> leading axes of x indexed. In the order of the indices, row after row. An index outside x is refused by the rule, or left out where it is negative and the rule says so.</remarks>
internal sealed record Scatter(ScatterKind Kind, IndexRule? Rule = null) : Primitive;

/// <summary>Sorted values along the last axis, stable; NaN last.</summary>
internal sealed record Sort(bool Descending = false) : Primitive;

/// <summary>The int32 indices that sort along the last axis, stable: of equal values the lower index comes first.</summary>
internal sealed record ArgSort(bool Descending = false) : Primitive;

/// <summary>Convolution: x (batch, spatial.., cin), filter (kernel.., cin / groups, cout) to (batch, spatial.., cout).</summary>
internal sealed record Conv(ConvSpec Spec) : Primitive;

/// <summary>Gradient of <see cref="Conv"/> by its input, from dy and the filter; also what a transposed convolution computes.</summary>
internal sealed record ConvInputGrad(ConvSpec Spec) : Primitive;

/// <summary>Gradient of <see cref="Conv"/> by its filter, from x and dy.</summary>
internal sealed record ConvFilterGrad(ConvSpec Spec) : Primitive;

/// <summary>Maximum or mean over windows of the spatial axes of x (batch, spatial.., channels).</summary>
/// <remarks>The mean is over the elements that are there, padding not counted.</remarks>
internal sealed record Pool(PoolKind Kind, PoolSpec Spec) : Primitive;

/// <summary>Gradient of <see cref="Pool"/> by its input, from x and dy. A maximum gives it to the first winner in row-major order.</summary>
internal sealed record PoolGrad(PoolKind Kind, PoolSpec Spec) : Primitive;

/// <summary>Random numbers of the output's shape and dtype, a pure function of the input: a seed pair, int64 of shape (2).</summary>
/// <remarks>Uniform and integers in [A, B); normal and truncated normal of mean A and standard deviation B.</remarks>
internal sealed record Random(RandomKind Kind, double A = 0, double B = 1) : Primitive;

/// <summary>A primitive that means several others: an engine may do without it, then its meaning runs instead.</summary>
internal abstract record Block : Primitive;

/// <summary><c>u &gt;= Rate ? x / (1 - Rate) : 0</c> with uniform <c>u</c> of the second input, a seed pair. Its gradient is itself, applied to dy.</summary>
internal sealed record Dropout(double Rate) : Block;

/// <summary>Writes the input into a variable; no output is read.</summary>
internal sealed record Assign(VariableState Variable) : Primitive;

/// <summary>A managed function of host tensors, for what is rare and not worth a kernel on each engine (linear algebra, histograms).</summary>
/// <remarks><paramref name="Compute"/> reads the inputs and writes the output, which is allocated and zero.</remarks>
internal sealed record Host(string Function, Action<Tensor[], Tensor> Compute) : Primitive;
