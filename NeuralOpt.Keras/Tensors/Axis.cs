using System.Collections;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>One axis or several; converts from <c>-1</c>, <c>(0, 2)</c>, <c>[0, 2]</c>. Negative axes count from the back.</summary>
[CollectionBuilder(typeof(Axis), nameof(Create))]
public readonly struct Axis : IEnumerable<int>, IEquatable<Axis>
{
    private readonly int[]? _axes;

    private Axis(int[] axes) => _axes = axes;

    private int[] Axes => _axes ?? [];

    /// <summary>Makes a list of axes; collection expressions call it.</summary>
    /// <param name="axes">The axes.</param>
    public static Axis Create(ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <summary>The axes counted from the front, ascending, each once.</summary>
    /// <param name="op">Name of the op, for the message.</param>
    /// <param name="rank">Number of axes of the tensor.</param>
    internal int[] Resolve(string op, int rank)
    {
        int[] resolved = new int[Axes.Length];
        for (int i = 0; i < resolved.Length; i++)
        {
            resolved[i] = One(op, Axes[i], rank);
        }

        Array.Sort(resolved);
        for (int i = 1; i < resolved.Length; i++)
        {
            if (resolved[i] == resolved[i - 1])
            {
                throw new KerasArgumentException($"{op}: axes must differ. Received: {this}.");
            }
        }

        return resolved;
    }

    /// <summary>The axes of <paramref name="axis"/> counted from the front; all axes for null, as Keras's <c>axis=None</c>.</summary>
    internal static int[] Resolve(string op, Axis? axis, int rank) => axis?.Resolve(op, rank) ?? All(rank);

    /// <summary>The axes of a tensor that must not be null.</summary>
    internal static int[] Resolve(string op, Axis? axis, Tensor x, [CallerArgumentExpression(nameof(x))] string argument = "")
        => Resolve(op, axis, Guard.NotNull(x, op, argument).Rank);

    /// <summary>One axis of a tensor that must not be null.</summary>
    internal static int One(string op, int axis, Tensor x, [CallerArgumentExpression(nameof(x))] string argument = "")
        => One(op, axis, Guard.NotNull(x, op, argument).Rank);

    /// <summary>All axes, from the front.</summary>
    internal static int[] All(int rank)
    {
        int[] axes = new int[rank];
        for (int i = 0; i < rank; i++)
        {
            axes[i] = i;
        }

        return axes;
    }

    /// <summary>One axis counted from the front.</summary>
    internal static int One(string op, int axis, int rank)
        => axis >= -rank && axis < rank
            ? (axis < 0 ? axis + rank : axis)
            : throw new KerasArgumentException(rank == 0
                ? $"{op}: the tensor must have the axis. Received: axis {axis} of a scalar."
                : $"{op}: axis must be between {-rank} and {rank - 1} for a tensor of rank {rank}. Received: {axis}.");

    private static T Given<T>(T? axes)
        where T : class
        => Guard.NotNull(axes, "Axis", "the axes");

    /// <inheritdoc/>
    public bool Equals(Axis other) => Axes.AsSpan().SequenceEqual(other.Axes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Axis other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Axes.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => Axes.Length == 1 ? $"{Axes[0]}" : $"({string.Join(", ", Axes)})";

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)Axes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One axis.</summary>
    /// <param name="axis">The axis.</param>
    public static implicit operator Axis(int axis) => new([axis]);

    /// <summary>Several axes.</summary>
    /// <param name="axes">The axes.</param>
    public static implicit operator Axis(int[] axes) => new([.. Given(axes)]);

    /// <summary>Two axes.</summary>
    /// <param name="axes">The axes.</param>
    public static implicit operator Axis((int, int) axes) => new([axes.Item1, axes.Item2]);

    /// <summary>Three axes.</summary>
    /// <param name="axes">The axes.</param>
    public static implicit operator Axis((int, int, int) axes) => new([axes.Item1, axes.Item2, axes.Item3]);

    /// <summary>Four axes.</summary>
    /// <param name="axes">The axes.</param>
    public static implicit operator Axis((int, int, int, int) axes) => new([axes.Item1, axes.Item2, axes.Item3, axes.Item4]);

    /// <summary>Five axes.</summary>
    /// <param name="axes">The axes.</param>
    public static implicit operator Axis((int, int, int, int, int) axes) => new([axes.Item1, axes.Item2, axes.Item3, axes.Item4, axes.Item5]);

    /// <summary>Six axes.</summary>
    /// <param name="axes">The axes.</param>
    public static implicit operator Axis((int, int, int, int, int, int) axes)
        => new([axes.Item1, axes.Item2, axes.Item3, axes.Item4, axes.Item5, axes.Item6]);

    /// <summary>One axis, as Python's <c>(n,)</c>.</summary>
    /// <param name="axes">The axis.</param>
    public static implicit operator Axis(ValueTuple<int> axes) => new([axes.Item1]);

    /// <summary>Several axes.</summary>
    /// <param name="axes">The axes.</param>
    public static implicit operator Axis(List<int> axes) => new([.. Given(axes)]);

    /// <summary>Whether both list the same axes.</summary>
    /// <param name="a">One list.</param>
    /// <param name="b">The other list.</param>
    public static bool operator ==(Axis a, Axis b) => a.Equals(b);

    /// <summary>Whether the lists differ.</summary>
    /// <param name="a">One list.</param>
    /// <param name="b">The other list.</param>
    public static bool operator !=(Axis a, Axis b) => !a.Equals(b);
}
