namespace NeuralOpt.Keras;

/// <summary>A rare function of the matrices in the last two axes, computed by managed code in double precision, batch by batch.</summary>
internal static class MatrixOp
{
    /// <summary>Applies it; all inputs have the same axes before the last two.</summary>
    /// <param name="name">Name of the public function.</param>
    /// <param name="x">Floating point, (..., rows, columns).</param>
    /// <param name="rows">Rows of the result, from the inputs' shapes.</param>
    /// <param name="columns">Columns of the result, from the inputs' shapes.</param>
    /// <param name="f">The function of one matrix of each input.</param>
    /// <param name="gradient">The gradient by each input from dy, y and the inputs.</param>
    internal static Tensor Apply(
        string name,
        Tensor[] x,
        Func<TensorSpec[], int?> rows,
        Func<TensorSpec[], int?> columns,
        Func<double[][,], double[,]> f,
        Func<Tensor, Tensor, Tensor[], Tensor?[]>? gradient = null)
        => Op.Apply(
            new HostOp(
                name,
                s => s[0] with { Shape = s[0].Shape[..^2].Concat(Shape.Of(rows(s), columns(s))) },
                (inputs, y) => Compute(f, inputs, y),
                gradient),
            x);

    /// <summary>Floating point, with at least two axes.</summary>
    internal static Tensor Matrices(string op, Tensor x)
        => Guard.NotNull(x, op).Rank >= 2 ? Promotion.Floating(x) : throw new ShapeException($"{op}: the input must be (..., rows, columns). Received shape: {x.Shape}.");

    /// <summary>Floating point, with as many rows as columns.</summary>
    internal static Tensor Square(string op, Tensor x)
        => Matrices(op, x).Shape is var s && (s.At(^1) is not { } n || s.At(^2) is not { } m || n == m)
            ? Promotion.Floating(x)
            : throw new ShapeException($"{op}: the matrices must be square. Received shape: {x.Shape}.");

    private static void Compute(Func<double[][,], double[,]> f, Tensor[] x, Tensor y)
    {
        int[][] sizes = [.. x.Select(static t => t.Shape[^2..].ToArray())];
        int[] size = y.Shape[^2..].ToArray();
        int count = y.Shape[..^2].Size();
        for (int b = 0; b < count; b++)
        {
            double[][,] matrices = [.. x.Select((t, k) => Read(t, b, sizes[k][0], sizes[k][1]))];
            double[,] result = f(matrices);
            for (int i = 0; i < size[0] * size[1]; i++)
            {
                y.WriteDouble((b * size[0] * size[1]) + i, result[i / size[1], i % size[1]]);
            }
        }
    }

    private static double[,] Read(Tensor t, int batch, int rows, int columns)
    {
        double[,] m = new double[rows, columns];
        for (int i = 0; i < rows * columns; i++)
        {
            m[i / columns, i % columns] = t.ReadDouble((batch * rows * columns) + i);
        }

        return m;
    }
}
