namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Repeats a tensor as a whole along its axes.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="repeats">Repetitions along each axis; fewer entries than axes belong to the last axes, more make new first axes.</param>
    /// <returns>The dtype of <paramref name="x"/>, every axis multiplied.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#tile-function"/>
    public static Tensor Tile(Tensor x, Shape repeats)
    {
        int rank = Math.Max(Guard.NotNull(x).Rank, repeats.Rank);
        int[] times = [.. Enumerable.Repeat(1, rank - repeats.Rank), .. repeats.ToArray()];
        int?[] lengths = [.. Enumerable.Repeat((int?)1, rank - x.Rank), .. x.Shape];
        Tensor apart = Reshape(x, lengths.SelectMany(d => new[] { 1, d }).ToArray());
        Tensor repeated = BroadcastTo(apart, lengths.SelectMany((d, i) => new[] { times[i], d }).ToArray());
        return Reshape(repeated, lengths.Select((d, i) => Lengths.Of("Tile", (long?)d * times[i])).ToArray());
    }

    /// <summary>Repeats each slice along an axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="repeats">Number of repetitions: one number, or one for each slice.</param>
    /// <param name="axis">The axis; null repeats the elements of the flattened tensor.</param>
    /// <returns>The dtype of <paramref name="x"/>, the axis longer.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#repeat-function"/>
    public static Tensor Repeat(Tensor x, Tensor repeats, int? axis = null)
    {
        if (axis is not { } a)
        {
            return Repeat(Ravel(x), repeats, 0);
        }

        a = Axis.One("Repeat", a, x);
        int length = KnownLength("Repeat", x, a);
        if (Guard.NotNull(repeats).Size != 1 && repeats.Size != length)
        {
            throw new ShapeException($"Repeat: there must be one number, or one for each of the {length} slices of axis {a}. Received: {repeats.Size}.");
        }

        if (repeats.Size == 1 && x.Shape.Count(static d => d is null) <= 1)
        {
            return Stretched("Repeat", x, a, Times(repeats, 0));
        }

        // Counted first, so that what does not fit costs nothing.
        int[] times = [.. Enumerable.Range(0, length).Select(i => Times(repeats, repeats.Size == 1 ? 0 : i))];
        int total = Lengths.Of("Repeat", times.Sum(static n => (long)n));
        int[] indices = HostMemory.Array<int>(total, "Repeat");
        for (int i = 0, at = 0; i < length; at += times[i], i++)
        {
            System.Array.Fill(indices, i, at, times[i]);
        }

        return Take(x, indices, a);
    }

    /// <summary>Each slice of an axis so many times, one after the other; at most one axis may be unknown.</summary>
    internal static Tensor Stretched(string op, Tensor x, int axis, int times)
    {
        Tensor apart = ExpandDims(x, axis + 1);
        Tensor repeated = BroadcastTo(apart, apart.Shape.With(axis + 1, times));
        return Reshape(repeated, x.Shape.With(axis, Lengths.Of(op, (long?)x.Shape.At(axis) * times)));
    }

    private static int Times(Tensor repeats, int slice)
        => Lengths.Whole("Repeat", "repeats", repeats.ReadDouble(slice)) is >= 0 and var times
            ? times
            : throw new KerasArgumentException($"Repeat: repeats must be at least 0. Received: {repeats.ReadDouble(slice)}.");

    /// <summary>Moves the elements along axes; what leaves at one end comes in at the other.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="shift">How far, one number for all axes or one for each.</param>
    /// <param name="axis">The axes; null rolls the flattened tensor.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#roll-function"/>
    public static Tensor Roll(Tensor x, Axis shift, Axis? axis = null)
    {
        if (axis is null)
        {
            return Reshape(Roll(Ravel(x), shift, 0), x.Shape);
        }

        int[] shifts = [.. shift];
        int[] axes = [.. axis.Value.Select(a => Axis.One("Roll", a, x))];
        if (shifts.Length != 1 && shifts.Length != axes.Length)
        {
            throw new KerasArgumentException($"Roll: there must be one shift, or one for each axis. Received: shift {shift}, axis {axis}.");
        }

        for (int i = 0; i < axes.Length; i++)
        {
            int length = KnownLength("Roll", x, axes[i]);
            int by = length == 0 ? 0 : (int)(((shifts[shifts.Length == 1 ? 0 : i] % length) + (long)length) % length);
            x = by == 0 ? x : Concatenate([SliceAxis(x, axes[i], length - by, length), SliceAxis(x, axes[i], 0, length - by)], axes[i]);
        }

        return x;
    }
}
