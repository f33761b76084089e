namespace NeuralOpt.Keras;

/// <summary>Python's <c>start:stop:step</c> along one axis, or one index of it, before the length of the axis is known.</summary>
/// <param name="Start">First element, negative from the end; null for the first that the step reaches.</param>
/// <param name="Stop">Where to stop, not included; null for the end that the step runs to.</param>
/// <param name="Step">Not 0; negative walks backwards.</param>
internal readonly record struct AxisRange(int? Start, int? Stop, int Step)
{
    /// <summary>The whole axis.</summary>
    internal static AxisRange All => new(null, null, 1);

    /// <summary>Whether it stands for one element, whose axis goes: the bounds are then checked.</summary>
    internal bool IsIndex { get; private init; }

    internal static AxisRange One(int index) => new(index, index == -1 ? null : index + 1, 1) { IsIndex = true };

    /// <summary>The elements <c>start + k * step</c> for k from 0 to length - 1; they exist.</summary>
    internal static AxisRange Of(int start, int step, int? length)
        => length is not { } n ? new(start, null, step)
        : start + ((long)n * step) is var stop && stop < 0 ? new(start, null, step)
        : new(start, (int)Math.Min(stop, int.MaxValue), step);

    /// <summary>First element and number of elements on an axis of known length.</summary>
    internal (int Start, int Length) Resolve(int axis, int length)
    {
        if (IsIndex && (Start < -length || Start >= length))
        {
            throw new KerasArgumentOutOfRangeException($"Tensor: the index of axis {axis} must be between {-length} and {length - 1}. Received: {Start}.");
        }

        (int low, int high) = Step > 0 ? (0, length) : (-1, length - 1);
        int start = Start is { } s ? Math.Clamp(s < 0 ? s + length : s, low, high) : Step > 0 ? low : high;
        int stop = Stop is { } e ? Math.Clamp(e < 0 ? e + length : e, low, high) : Step > 0 ? high : low;
        long count = Step > 0 ? (stop - start + (Step - 1L)) / Step : (start - stop - (Step + 1L)) / -(long)Step;
        return count <= 0 ? (0, 0) : (start, (int)count);
    }

    /// <summary>Number of elements where the length of the axis is not known: known for one index only.</summary>
    internal int? LengthOf(int axis, int? length)
        => length is { } n ? Resolve(axis, n).Length : IsIndex ? 1 : null;
}
