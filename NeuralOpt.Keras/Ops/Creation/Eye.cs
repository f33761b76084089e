namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Ones on a diagonal, zeros elsewhere.</summary>
    /// <param name="n">Number of rows.</param>
    /// <param name="m">Number of columns; null for as many.</param>
    /// <param name="k">Which diagonal: above the main one if positive, below if negative.</param>
    /// <param name="dtype">Type of the elements; float32 by default.</param>
    /// <returns>(n, m).</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#eye-function"/>
    public static Tensor Eye(int n, int? m = null, int k = 0, DTypeLike? dtype = null)
        => Filled("Eye", n, m, dtype, (row, column) => column - (long)row == k);

    /// <summary>The identity matrix.</summary>
    /// <param name="n">Number of rows and columns.</param>
    /// <param name="dtype">Type of the elements; float32 by default.</param>
    /// <returns>(n, n).</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#identity-function"/>
    public static Tensor Identity(int n, DTypeLike? dtype = null) => Eye(n, dtype: dtype);

    /// <summary>Ones on and below a diagonal, zeros above.</summary>
    /// <param name="n">Number of rows.</param>
    /// <param name="m">Number of columns; null for as many.</param>
    /// <param name="k">Which diagonal: above the main one if positive, below if negative.</param>
    /// <param name="dtype">Type of the elements; float32 by default.</param>
    /// <returns>(n, m).</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#tri-function"/>
    public static Tensor Tri(int n, int? m = null, int k = 0, DTypeLike? dtype = null)
        => Filled("Tri", n, m, dtype, (row, column) => column - (long)row <= k);

    private static Tensor Filled(string op, int n, int? m, DType? dtype, Func<int, int, bool> isOne)
    {
        int columns = m ?? n;
        if (n < 0 || columns < 0)
        {
            throw new KerasArgumentException($"{op}: the numbers of rows and columns must be at least 0. Received: {n}, {columns}.");
        }

        Tensor t = Tensor.Zeros(new((n, columns), dtype ?? DType.Float32));
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                if (isOne(row, column))
                {
                    t.WriteDouble((row * columns) + column, 1);
                }
            }
        }

        return t;
    }
}
