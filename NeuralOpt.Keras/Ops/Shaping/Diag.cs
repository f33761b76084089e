namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>A matrix with a vector on a diagonal, or a diagonal of a matrix.</summary>
    /// <param name="x">(n) or (rows, columns).</param>
    /// <param name="k">Which diagonal: above the main one if positive, below if negative.</param>
    /// <returns>(n + |k|, n + |k|) or the elements of the diagonal, the dtype of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">There are neither one nor two axes.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#diag-function"/>
    public static Tensor Diag(Tensor x, int k = 0) => Guard.NotNull(x).Rank switch
    {
        1 => Diagflat(x, k),
        2 => Diagonal(x, k),
        _ => throw new ShapeException($"Diag: x must have one or two axes. Received shape: {x.Shape}."),
    };

    /// <summary>A matrix with the elements of a tensor on a diagonal.</summary>
    /// <param name="x">Any tensor; it is flattened to (n).</param>
    /// <param name="k">Which diagonal: above the main one if positive, below if negative.</param>
    /// <returns>(n + |k|, n + |k|), the dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#diagflat-function"/>
    public static Tensor Diagflat(Tensor x, int k = 0)
    {
        Tensor v = Ravel(x);
        int n = KnownLength("Diagflat", v, 0);
        int m = Lengths.Of("Diagflat", n + Math.Abs((long)k));
        _ = Shape.Of(m, m).Size();
        if (n == 0)
        {
            return Zeros((m, m), x.DType);
        }

        // Row-major, the elements of a diagonal are m + 1 apart.
        int first = k >= 0 ? k : -k * m;
        int last = first + ((n - 1) * (m + 1));
        return Reshape(PadWith(v, [first], [(m * m) - 1 - last], [m], 0), (m, m));
    }

    /// <summary>A diagonal of the plane of two axes.</summary>
    /// <param name="x">Any tensor of at least two axes.</param>
    /// <param name="offset">Which diagonal: above the main one if positive, below if negative.</param>
    /// <param name="axis1">The axis of the rows.</param>
    /// <param name="axis2">The axis of the columns.</param>
    /// <returns>(..., length): the other axes, then the diagonal; the dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#diagonal-function"/>
    public static Tensor Diagonal(Tensor x, int offset = 0, int axis1 = 0, int axis2 = 1)
    {
        if (Guard.NotNull(x).Rank < 2)
        {
            throw new ShapeException($"Diagonal: x must have at least two axes. Received shape: {x.Shape}.");
        }

        Tensor last = Moveaxis(x, (axis1, axis2), (-2, -1));
        int rank = last.Rank;
        (int rows, int columns) = (KnownLength("Diagonal", last, rank - 2), KnownLength("Diagonal", last, rank - 1));
        int length = (int)Math.Max(0, Math.Min(rows + (long)Math.Min(offset, 0), columns - (long)Math.Max(offset, 0)));
        Tensor flat = Reshape(last, last.Shape[..(rank - 2)].Concat(Shape.Of(Lengths.Product("Diagonal", rows, columns))));

        int[] start = new int[rank - 1];
        int[] step = [.. Enumerable.Repeat(1, rank - 1)];
        start[^1] = length == 0 ? 0 : offset >= 0 ? offset : -offset * columns;
        step[^1] = length == 0 ? 1 : columns + 1;
        return Strided(flat, start, step, [.. flat.Shape.With(^1, length)]);
    }

    /// <summary>The lower triangle of the last two axes; above it are zeros.</summary>
    /// <param name="x">Any tensor of at least two axes.</param>
    /// <param name="k">The last diagonal that is kept: above the main one if positive, below if negative.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#tril-function"/>
    public static Tensor Tril(Tensor x, int k = 0) => Where(LowerTriangle("Tril", x, k), x, ZeroOf(x));

    /// <summary>The upper triangle of the last two axes; below it are zeros.</summary>
    /// <param name="x">Any tensor of at least two axes.</param>
    /// <param name="k">The first diagonal that is kept: above the main one if positive, below if negative.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#triu-function"/>
    public static Tensor Triu(Tensor x, int k = 0) => Where(LowerTriangle("Triu", x, k - 1), ZeroOf(x), x);

    private static Tensor ZeroOf(Tensor x) => Zeros(Shape.Scalar, x.DType);

    private static Tensor LowerTriangle(string op, Tensor x, int k)
        => Guard.NotNull(x, op).Rank >= 2
            ? Tri(KnownLength(op, x, x.Rank - 2), KnownLength(op, x, x.Rank - 1), k, DType.Bool)
            : throw new ShapeException($"{op}: x must have at least two axes. Received shape: {x.Shape}.");
}
