namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Cuts a tensor into equal parts along an axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="indicesOrSections">Number of parts; divides the length of the axis.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>The parts, in order.</returns>
    /// <exception cref="ShapeException">The axis does not divide into that many parts.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#split-function"/>
    public static Tensor[] Split(Tensor x, int indicesOrSections, int axis = 0)
    {
        axis = Axis.One("Split", axis, x);
        int length = KnownLength("Split", x, axis);
        if (indicesOrSections < 1 || length % indicesOrSections != 0)
        {
            throw new ShapeException($"Split: the sections must divide axis {axis}. Received: {indicesOrSections} sections, shape {x.Shape}.");
        }

        return ArraySplit(x, indicesOrSections, axis);
    }

    /// <summary>Cuts a tensor at places along an axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="indicesOrSections">Where parts begin: <c>[2, 5]</c> gives <c>[..2]</c>, <c>[2..5]</c>, <c>[5..]</c>.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>One part more than there are places.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#split-function"/>
    public static Tensor[] Split(Tensor x, int[] indicesOrSections, int axis = 0)
    {
        Guard.NotNull(indicesOrSections);
        axis = Axis.One("Split", axis, x);
        int length = KnownLength("Split", x, axis);
        int[] ends = [.. indicesOrSections.Append(length).Select(i => Math.Clamp(i < 0 ? i + length : i, 0, length))];
        int start = 0;
        Tensor[] parts = new Tensor[ends.Length];
        for (int i = 0; i < ends.Length; i++)
        {
            parts[i] = SliceAxis(x, axis, start, Math.Max(start, ends[i]));
            start = ends[i];
        }

        return parts;
    }

    /// <summary>Cuts a tensor into parts along an axis; the first parts are longer by one where it does not divide.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="indicesOrSections">Number of parts.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>The parts, in order.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#array_split-function"/>
    public static Tensor[] ArraySplit(Tensor x, int indicesOrSections, int axis = 0)
    {
        axis = Axis.One("ArraySplit", axis, x);
        if (indicesOrSections < 1)
        {
            throw new KerasArgumentException($"ArraySplit: there must be at least one section. Received: {indicesOrSections}.");
        }

        HostMemory.Claim(8L * indicesOrSections, "ArraySplit");
        (int length, int longer) = Math.DivRem(KnownLength("ArraySplit", x, axis), indicesOrSections);
        return Split(x, [.. Enumerable.Range(1, indicesOrSections - 1).Select(i => (i * length) + Math.Min(i, longer))], axis);
    }

    /// <summary>Cuts a tensor at places along an axis; the same as <see cref="Split(Tensor, int[], int)"/>.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="indicesOrSections">Where parts begin.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>One part more than there are places.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#array_split-function"/>
    public static Tensor[] ArraySplit(Tensor x, int[] indicesOrSections, int axis = 0) => Split(x, indicesOrSections, axis);

    /// <summary>The slices of a tensor along an axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="num">Length of the axis, where it is not known; else it must agree.</param>
    /// <param name="axis">The axis, which the slices do not have.</param>
    /// <returns>As many tensors as the axis is long.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#unstack-function"/>
    public static Tensor[] Unstack(Tensor x, int? num = null, int axis = 0)
    {
        axis = Axis.One("Unstack", axis, x);
        int length = x.Shape.At(axis) ?? num ?? KnownLength("Unstack", x, axis);
        if (num is { } n && n != length)
        {
            throw new ShapeException($"Unstack: num must be the length of axis {axis}. Received: {n}, shape {x.Shape}.");
        }

        return [.. Enumerable.Range(0, length).Select(i => Squeeze(SliceAxis(x, axis, i, i + 1), axis))];
    }

    private static int KnownLength(string op, Tensor x, int axis)
        => x.Shape.At(axis) ?? throw new ShapeException($"{op}: axis {axis} must have a known length. Received shape: {x.Shape}.");
}
