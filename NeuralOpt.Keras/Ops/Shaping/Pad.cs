namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Adds elements before and after each axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="padWidth">How many before and after, one pair for all axes or one for each: <c>[(1, 2), (0, 1)]</c>.</param>
    /// <param name="mode"><c>"constant"</c>, <c>"reflect"</c> (mirrored at the last element), or <c>"symmetric"</c> (mirrored after it).</param>
    /// <param name="constantValues">The constant; null for 0.</param>
    /// <returns>The dtype of <paramref name="x"/>, the axes longer.</returns>
    /// <exception cref="ArgumentException">The mode is unknown, or a constant is given for another mode.</exception>
    /// <exception cref="ShapeException">There are neither one nor as many pairs as axes, or an axis is too short to be mirrored.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#pad-function"/>
    public static Tensor Pad(Tensor x, (int Before, int After)[] padWidth, string mode = "constant", Tensor? constantValues = null)
    {
        if (padWidth is null)
        {
            throw new KerasArgumentNullException("Pad: padWidth must be given. Received: null.");
        }

        Guard.NotNull(x);
        if (padWidth.Length != 1 && padWidth.Length != x.Rank)
        {
            throw new ShapeException($"Pad: there must be one pair, or one for each of {x.Rank} axes. Received: {padWidth.Length} pairs.");
        }

        if (padWidth.Any(static p => p.Before < 0 || p.After < 0))
        {
            throw new KerasArgumentException($"Pad: widths must be at least 0. Received: {string.Join(", ", padWidth)}.");
        }

        if (mode != "constant" && constantValues is not null)
        {
            throw new KerasArgumentException($"Pad: constantValues must be null unless mode is 'constant'. Received mode: '{mode}'.");
        }

        (int Before, int After)[] widths = padWidth.Length == 1 ? [.. Enumerable.Repeat(padWidth[0], x.Rank)] : padWidth;
        return mode switch
        {
            "constant" => PadWith(x, [.. widths.Select(w => w.Before)], [.. widths.Select(w => w.After)], new int[x.Rank], constantValues ?? 0),
            "reflect" => Mirror(x, widths, edge: 1),
            "symmetric" => Mirror(x, widths, edge: 0),
            _ => throw new KerasArgumentException($"Pad: mode must be 'constant', 'reflect' or 'symmetric'. Received: '{mode}'."),
        };
    }

    /// <summary>Adds as many elements before and after every axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="padWidth">How many.</param>
    /// <param name="mode"><c>"constant"</c>, <c>"reflect"</c> or <c>"symmetric"</c>.</param>
    /// <param name="constantValues">The constant; null for 0.</param>
    /// <returns>The dtype of <paramref name="x"/>, the axes longer.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#pad-function"/>
    public static Tensor Pad(Tensor x, int padWidth, string mode = "constant", Tensor? constantValues = null)
        => Pad(x, [(padWidth, padWidth)], mode, constantValues);

    private static Tensor Mirror(Tensor x, (int Before, int After)[] widths, int edge)
    {
        for (int axis = 0; axis < x.Rank; axis++)
        {
            (int before, int after) = widths[axis];
            if (before == 0 && after == 0)
            {
                continue;
            }

            int length = KnownLength("Pad", x, axis);
            if (Math.Max(before, after) > length - edge)
            {
                throw new ShapeException($"Pad: axis {axis} of length {length} can be mirrored by at most {length - edge} elements. Received: ({before}, {after}).");
            }

            List<Tensor> parts = [x];
            if (before > 0)
            {
                parts.Insert(0, Flip(SliceAxis(x, axis, edge, edge + before), axis));
            }

            if (after > 0)
            {
                parts.Add(Flip(SliceAxis(x, axis, length - edge - after, length - edge), axis));
            }

            x = Concatenate(parts, axis);
        }

        return x;
    }
}
