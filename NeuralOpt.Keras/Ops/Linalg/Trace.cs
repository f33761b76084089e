namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Sum along a diagonal of two axes.</summary>
    /// <param name="x">At least two axes; bools become int32.</param>
    /// <param name="offset">Which diagonal; above the main one for positive numbers.</param>
    /// <param name="axis1">The rows.</param>
    /// <param name="axis2">The columns.</param>
    /// <returns>The shape of <paramref name="x"/> without both axes.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#trace-function"/>
    public static Tensor Trace(Tensor x, int offset = 0, int axis1 = 0, int axis2 = 1) => Sum(DiagonalOf("Trace", x, offset, axis1, axis2), -1);

    /// <summary>The elements of a diagonal of two axes as the last axis.</summary>
    private static Tensor DiagonalOf(string op, Tensor x, int offset, int axis1, int axis2)
    {
        (int a, int b) = (Axis.One(op, axis1, x), Axis.One(op, axis2, x));
        int[] order = [.. Enumerable.Range(0, x.Rank).Where(i => i != a && i != b), a, b];
        if (a == b || x.Shape.At(a) is not { } rows || x.Shape.At(b) is not { } columns)
        {
            throw new ShapeException($"{op}: the axes {axis1} and {axis2} must differ and have known lengths. Received shape: {x.Shape}.");
        }

        int count = Math.Max(0, offset >= 0 ? Math.Min(rows, columns - offset) : Math.Min(rows + offset, columns));
        Shape rest = order[..^2].Select(i => x.Shape.At(i)).ToArray();

        // In the flattened matrix the diagonal's elements lie one row and one column apart.
        Tensor flat = Reshape(Transpose(x, order), rest.Concat(rows * columns));
        int[] start = new int[flat.Rank];
        int[] step = [.. Enumerable.Repeat(1, flat.Rank)];
        start[^1] = count == 0 ? 0 : offset >= 0 ? offset : -offset * columns;
        step[^1] = columns + 1;
        return Strided(flat, start, step, [.. rest, count]);
    }
}
