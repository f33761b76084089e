using System.Collections;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>The lengths of a tensor's axes; <c>null</c> or -1 is a length that is not known yet, such as the batch's.</summary>
/// <remarks>
/// Converts from what a Python programmer would write: <c>784</c>, <c>(28, 28, 1)</c>, <c>[null, 10]</c>, an array.
/// Prints as <c>(null, 10)</c>, with one axis as <c>(10,)</c>, a scalar's as <c>()</c>.
/// </remarks>
/// <example><code>
/// Tensor x = Ops.Zeros((60000, 28, 28));
/// int samples = x.Shape[0];                  // 60000; an unknown length throws, x.Shape.At(0) gives it as null
/// Shape image = x.Shape[1..];                // (28, 28)
/// Tensor y = Ops.Ones(x.Shape);
/// Tensor scalar = Ops.Zeros(shape: []);
/// </code></example>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IReadOnlyList<int?>, IEquatable<Shape>
{
    // Stands before lengths that no shape can have; see Argument.
    private const int Refused = int.MinValue;

    private readonly int?[]? _dims;

    /// <summary>Makes a shape from its lengths.</summary>
    /// <param name="dims">Length of each axis; <c>null</c> or -1 where it is not known.</param>
    /// <exception cref="ShapeException">A length is below -1.</exception>
    public Shape(params ReadOnlySpan<int?> dims)
        : this(dims.ToArray())
    {
    }

    private Shape(int?[] dims)
    {
        for (int i = 0; i < dims.Length; i++)
        {
            if (dims[i] < -1)
            {
                throw Malformed(dims);
            }

            dims[i] = dims[i] == -1 ? null : dims[i];
        }

        _dims = dims;
    }

    private Shape(int?[] dims, bool refused) => _dims = refused ? [Refused, .. dims] : dims;

    // A number below -1 that an argument was given is refused where it is used, so that a pool can say it of its poolSize.
    private static Shape Argument(params int?[] dims) => Array.Exists(dims, static d => d < -1) ? new(dims, refused: true) : new(dims);

    private static ShapeException Malformed(int?[] dims)
        => new($"Shape: every axis must be at least 0, or null or -1 for an unknown length. Received: {Format(dims)}.");

    /// <summary>The shape of a scalar, <c>()</c>.</summary>
    public static Shape Scalar => default;

    /// <summary>Number of axes.</summary>
    public int Rank => Dims.Length;

    /// <summary>Number of axes; the same as <see cref="Rank"/>.</summary>
    public int Count => Dims.Length;

    /// <summary>Whether no axis is <c>null</c>.</summary>
    public bool IsKnown => Array.TrueForAll(Dims, static d => d is not null);

    private int?[] Dims => _dims is not { } dims ? []
        : dims.Length > 0 && dims[0] == Refused ? throw Malformed(dims[1..])
        : dims;

    /// <summary>The lengths as they were given, those that no shape can have among them.</summary>
    internal ReadOnlySpan<int?> AsGiven => _dims is [Refused, ..] ? _dims.AsSpan(1) : _dims;

    /// <summary>Length of one axis that is known.</summary>
    /// <param name="axis">Counted from the front, or from the back as in <c>shape[^1]</c>.</param>
    /// <exception cref="ShapeException">There is no such axis, or its length is not known; <see cref="At(Index)"/> gives it as <c>null</c>.</exception>
    public int this[Index axis] => Known(axis.IsFromEnd ? -axis.Value : axis.Value);

    /// <summary>Length of one axis that is known; negative counts from the back, as in Python.</summary>
    /// <param name="axis">From <c>-Rank</c> to <c>Rank - 1</c>.</param>
    /// <exception cref="ShapeException">There is no such axis, or its length is not known; <see cref="At(int)"/> gives it as <c>null</c>.</exception>
    public int this[int axis] => Known(axis);

    int? IReadOnlyList<int?>.this[int axis] => At(axis);

    /// <summary>Length of one axis; <c>null</c> if it is not known.</summary>
    /// <param name="axis">Counted from the front, or from the back as in <c>shape.At(^1)</c>.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public int? At(Index axis) => At(axis.IsFromEnd ? -axis.Value : axis.Value);

    /// <summary>Length of one axis; <c>null</c> if it is not known.</summary>
    /// <param name="axis">From <c>-Rank</c> to <c>Rank - 1</c>; negative counts from the back, as in Python.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public int? At(int axis) => Dims[Place(axis)];

    private int Place(int axis)
        => axis >= -Rank && axis < Rank ? (axis < 0 ? axis + Rank : axis)
            : throw new ShapeException($"Shape: the axis must be {(Rank == 0 ? "left out, as a scalar has none" : $"between {-Rank} and {Rank - 1} of {this}")}. Received: {axis}.");

    private int Known(int axis)
        => At(axis) ?? throw new ShapeException($"Shape: the length of axis {axis} must be known here; Shape.At gives it as null. Received: {this}.");

    /// <summary>The axes of a range, as in <c>shape[1..]</c>; as in Python it is cut where the axes end.</summary>
    /// <param name="axes">Range of axes.</param>
    public Shape this[Range axes]
    {
        get
        {
            int start = Math.Clamp(axes.Start.GetOffset(Rank), 0, Rank);
            int stop = Math.Clamp(axes.End.GetOffset(Rank), start, Rank);
            return new(Dims[start..stop]);
        }
    }

    /// <summary>Makes a shape; collection expressions such as <c>[null, 10]</c> call it.</summary>
    /// <param name="dims">Length of each axis; <c>null</c> where it is not known.</param>
    public static Shape Create(ReadOnlySpan<int?> dims) => Argument(dims.ToArray());

    /// <summary>Makes a shape from its lengths.</summary>
    /// <param name="dims">Length of each axis; <c>null</c> where it is not known.</param>
    public static Shape Of(params ReadOnlySpan<int?> dims) => new(dims.ToArray());

    /// <summary>Makes a shape from known lengths.</summary>
    /// <param name="dims">Length of each axis.</param>
    public static Shape Of(IEnumerable<int> dims) => new(Given(dims).Select(static d => (int?)d).ToArray());

    /// <summary>Makes a shape of an array that nobody else keeps.</summary>
    internal static Shape Own(int?[] dims) => new(dims);

    /// <summary>Number of elements, the product of all lengths.</summary>
    /// <exception cref="ShapeException">An axis is <c>null</c>, or there are more than <see cref="int.MaxValue"/> elements.</exception>
    public int Size()
    {
        // Looked at after each factor, so that nothing wraps; an axis of length 0 counts wherever it stands.
        long n = 1;
        bool fits = true;
        foreach (int? d in Dims)
        {
            n *= d ?? throw new ShapeException($"Shape: every axis must be known here. Received: {this}.");
            if (n > int.MaxValue)
            {
                (n, fits) = (1, false);
            }
        }

        return n == 0 ? 0
            : fits ? (int)n
            : throw new ShapeException($"Shape: a tensor must have at most {int.MaxValue} elements. Received: {this}.");
    }

    /// <summary>The lengths as an array.</summary>
    /// <exception cref="ShapeException">An axis is <c>null</c>.</exception>
    public int[] ToArray()
    {
        Shape self = this;
        return Array.ConvertAll(Dims, d => d ?? throw new ShapeException($"Shape: every axis must be known here. Received: {self}."));
    }

    /// <summary>This shape with another length at one axis.</summary>
    /// <param name="axis">The axis, as in <c>shape.With(^1, 10)</c>.</param>
    /// <param name="length">Its new length; null or -1 where it is not known.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public Shape With(Index axis, int? length)
    {
        int?[] dims = [.. Dims];
        dims[Place(axis.IsFromEnd ? -axis.Value : axis.Value)] = length;
        return new(dims);
    }

    /// <summary>This shape followed by another's axes.</summary>
    /// <param name="other">The axes to append.</param>
    public Shape Concat(Shape other) => new([.. Dims, .. other.Dims]);

    /// <summary>Whether both have the same lengths, or one of them is not known where they differ.</summary>
    /// <param name="other">The other shape.</param>
    public bool IsCompatibleWith(Shape other)
    {
        if (Rank != other.Rank)
        {
            return false;
        }

        for (int i = 0; i < Rank; i++)
        {
            if (Dims[i] is { } a && other.Dims[i] is { } b && a != b)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Shape other) => ReferenceEquals(_dims, other._dims) || Dims.AsSpan().SequenceEqual(other.Dims);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int? d in Dims)
        {
            hash.Add(d);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Format(AsGiven.ToArray());

    /// <inheritdoc/>
    public IEnumerator<int?> GetEnumerator() => ((IEnumerable<int?>)Dims).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Format(int?[] dims)
        => dims.Length == 1 ? $"({Text(dims[0])},)" : $"({string.Join(", ", dims.Select(Text))})";

    private static T Given<T>(T? dims)
        where T : class
        => Guard.NotNull(dims, "Shape", "the lengths");

    private static string Text(int? d) => d?.ToString() ?? "null";

    /// <summary>Whether both shapes are equal, axis by axis.</summary>
    /// <param name="a">One shape.</param>
    /// <param name="b">The other shape.</param>
    public static bool operator ==(Shape a, Shape b) => a.Equals(b);

    /// <summary>Whether the shapes differ.</summary>
    /// <param name="a">One shape.</param>
    /// <param name="b">The other shape.</param>
    public static bool operator !=(Shape a, Shape b) => !a.Equals(b);

    /// <summary>A shape of one axis.</summary>
    /// <param name="d">Its length.</param>
    public static implicit operator Shape(int d) => Argument(d);

    /// <summary>A shape from its lengths.</summary>
    /// <param name="dims">Length of each axis.</param>
    public static implicit operator Shape(int[] dims) => Argument(Array.ConvertAll(Given(dims), static d => (int?)d));

    /// <summary>A shape from its lengths.</summary>
    /// <param name="dims">Length of each axis; <c>null</c> where it is not known.</param>
    public static implicit operator Shape(int?[] dims) => Argument([.. Given(dims)]);

    /// <summary>A shape of no axes, as Python's <c>()</c>.</summary>
    /// <param name="dims">Nothing.</param>
    public static implicit operator Shape(ValueTuple dims) => default;

    /// <summary>A shape of one axis, as Python's <c>(n,)</c>.</summary>
    /// <param name="dims">Its length.</param>
    public static implicit operator Shape(ValueTuple<int> dims) => Argument(dims.Item1);

    /// <summary>A shape of two axes.</summary>
    /// <param name="dims">Length of each axis.</param>
    public static implicit operator Shape((int?, int?) dims) => Argument(dims.Item1, dims.Item2);

    /// <summary>A shape of three axes.</summary>
    /// <param name="dims">Length of each axis.</param>
    public static implicit operator Shape((int?, int?, int?) dims) => Argument(dims.Item1, dims.Item2, dims.Item3);

    /// <summary>A shape of four axes.</summary>
    /// <param name="dims">Length of each axis.</param>
    public static implicit operator Shape((int?, int?, int?, int?) dims) => Argument(dims.Item1, dims.Item2, dims.Item3, dims.Item4);

    /// <summary>A shape of five axes.</summary>
    /// <param name="dims">Length of each axis.</param>
    public static implicit operator Shape((int?, int?, int?, int?, int?) dims)
        => Argument(dims.Item1, dims.Item2, dims.Item3, dims.Item4, dims.Item5);

    /// <summary>A shape of six axes.</summary>
    /// <param name="dims">Length of each axis.</param>
    public static implicit operator Shape((int?, int?, int?, int?, int?, int?) dims)
        => Argument(dims.Item1, dims.Item2, dims.Item3, dims.Item4, dims.Item5, dims.Item6);

    /// <summary>A shape from its lengths.</summary>
    /// <param name="dims">Length of each axis.</param>
    public static implicit operator Shape(List<int> dims) => Argument([.. Given(dims)]);
}
