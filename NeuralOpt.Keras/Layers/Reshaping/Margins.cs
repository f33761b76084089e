namespace NeuralOpt.Keras.Layers;

/// <summary>How many elements are added or cut before and after each spatial axis.</summary>
/// <remarks>
/// Converts from one number for every side; from one number for each axis, <c>(1, 2)</c>, or before and after if there is one axis;
/// and from both sides of each axis, <c>((0, 1), (2, 3))</c>.
/// </remarks>
public sealed class Margins : IConfigValue
{
    private readonly int[][] _sides;

    private Margins(params int[][] sides) => _sides = sides;

    object? IConfigValue.ConfigValue => _sides.Length == 1 ? _sides[0] : _sides;

    /// <summary>Both sides of each of the axes.</summary>
    internal Margins For(int rank, string place, string argument)
    {
        // One number for all, two numbers for the one axis, or one number for each axis.
        int[][] sides = _sides switch
        {
            [[var all]] => [.. Enumerable.Range(0, rank).Select(_ => new[] { all, all })],
            [[var before], [var after]] when rank == 1 => [[before, after]],
            _ => [.. _sides.Select(s => s.Length == 1 ? [s[0], s[0]] : s)],
        };
        return sides.Length == rank && sides.All(static s => s is [>= 0, >= 0])
            ? new(sides)
            : throw new KerasArgumentException($"{place}: {argument} must be numbers of at least 0, one, {rank}, or two for each axis. Received: {this}.");
    }

    internal int Before(int axis) => _sides[axis][0];

    internal int After(int axis) => _sides[axis][1];

    /// <inheritdoc/>
    public override string ToString()
        => _sides.Length == 1
            ? $"({string.Join(", ", _sides[0])})"
            : $"({string.Join(", ", _sides.Select(static s => s.Length == 1 ? $"{s[0]}" : $"({string.Join(", ", s)})"))})";

    /// <summary>One number for every side.</summary>
    /// <param name="all">Number of elements.</param>
    public static implicit operator Margins(int all) => new([all]);

    /// <summary>One number for each of two axes; before and after if there is one axis.</summary>
    /// <param name="sides">Numbers of elements.</param>
    public static implicit operator Margins((int, int) sides) => new([sides.Item1], [sides.Item2]);

    /// <summary>One number for each of three axes.</summary>
    /// <param name="sides">Numbers of elements.</param>
    public static implicit operator Margins((int, int, int) sides) => new([sides.Item1], [sides.Item2], [sides.Item3]);

    /// <summary>Both sides of each of two axes.</summary>
    /// <param name="sides">Numbers of elements before and after.</param>
    public static implicit operator Margins(((int, int), (int, int)) sides) => From(sides.Item1, sides.Item2);

    /// <summary>Both sides of each of three axes.</summary>
    /// <param name="sides">Numbers of elements before and after.</param>
    public static implicit operator Margins(((int, int), (int, int), (int, int)) sides) => From(sides.Item1, sides.Item2, sides.Item3);

    private static Margins From(params (int Before, int After)[] sides) => new([.. sides.Select(static s => new[] { s.Before, s.After })]);
}
