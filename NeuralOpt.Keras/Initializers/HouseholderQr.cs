namespace NeuralOpt.Keras.Initializers;

/// <summary>QR decomposition by Householder reflections in single precision, each sum in the order in which Keras's comes about on TensorFlow.</summary>
internal static class HouseholderQr
{
    private const float Tiny = 1.2e-38f;

    /// <summary>The orthonormal factor of a row-major matrix of at least as many rows as columns, each column with the sign of R's diagonal.</summary>
    internal static float[] SignedQ(float[] a, int rows, int columns)
    {
        float[] taus = new float[columns];
        for (int k = 0; k < columns; k++)
        {
            taus[k] = Reflect(a, rows, columns, k);
            Apply(a, rows, columns, k + 1, Essential(a, rows, columns, k), k, taus[k], InOrder);
        }

        float[] q = new float[rows * columns];
        for (int k = 0; k < columns; k++)
        {
            q[(k * columns) + k] = 1;
        }

        for (int k = columns - 1; k >= 0; k--)
        {
            Apply(q, rows, columns, 0, Essential(a, rows, columns, k), k, taus[k], InLanes);
        }

        for (int i = 0; i < q.Length; i++)
        {
            int j = i % columns;
            q[i] *= Math.Sign(a[(j * columns) + j]);
        }

        return q;
    }

    // Makes column k's reflection: beta on the diagonal, its essential part below; gives tau.
    private static float Reflect(float[] a, int rows, int columns, int k)
    {
        float first = a[(k * columns) + k];
        float squares = 0;
        for (int i = k + 1; i < rows; i++)
        {
            float v = a[(i * columns) + k];
            squares += v * v;
        }

        if (squares <= Tiny)
        {
            for (int i = k + 1; i < rows; i++)
            {
                a[(i * columns) + k] = 0;
            }

            return 0;
        }

        float beta = MathF.Sqrt((first * first) + squares);
        beta = first >= 0 ? -beta : beta;
        for (int i = k + 1; i < rows; i++)
        {
            a[(i * columns) + k] /= first - beta;
        }

        a[(k * columns) + k] = beta;
        return (beta - first) / beta;
    }

    private static float[] Essential(float[] a, int rows, int columns, int k)
        => [.. Enumerable.Range(k + 1, rows - k - 1).Select(i => a[(i * columns) + k])];

    private static void Apply(float[] x, int rows, int columns, int from, float[] e, int k, float tau, Func<float[], int, int, int, int, float[], float> dot)
    {
        if (tau == 0)
        {
            return;
        }

        for (int j = from; j < columns; j++)
        {
            int top = (k * columns) + j;
            if (e.Length == 0)
            {
                x[top] *= 1 - tau;
                continue;
            }

            float t = dot(x, columns, k + 1, j, from, e) + x[top];
            x[top] -= tau * t;
            for (int i = 0; i < e.Length; i++)
            {
                x[((k + 1 + i) * columns) + j] -= tau * e[i] * t;
            }
        }
    }

    // Row after row; long columns, if there are several, in blocks of sixteen rows.
    private static float InOrder(float[] x, int columns, int top, int j, int from, float[] e)
    {
        int block = e.Length >= 128 && columns - from > 1 ? 16 : e.Length;
        float total = 0;
        for (int start = 0; start < e.Length; start += block)
        {
            float sum = 0;
            for (int i = start; i < Math.Min(e.Length, start + block); i++)
            {
                sum += x[((top + i) * columns) + j] * e[i];
            }

            total += sum;
        }

        return total;
    }

    // Eight running sums, then what is left.
    private static float InLanes(float[] x, int columns, int top, int j, int from, float[] e)
    {
        if (columns == 1)
        {
            return InOrder(x, columns, top, j, from, e);
        }

        Span<float> lanes = stackalloc float[8];
        lanes.Clear();
        int i = 0;
        for (; i + 8 <= e.Length; i += 8)
        {
            for (int l = 0; l < 8; l++)
            {
                lanes[l] += x[((top + i + l) * columns) + j] * e[i + l];
            }
        }

        float sum = (lanes[0] + lanes[4] + (lanes[2] + lanes[6])) + (lanes[1] + lanes[5] + (lanes[3] + lanes[7]));
        if (columns % 2 == 1 && j == columns - 1 && i + 4 <= e.Length)
        {
            sum += (P(i) + P(i + 2)) + (P(i + 1) + P(i + 3));
            i += 4;
        }

        for (; i < e.Length; i++)
        {
            sum += P(i);
        }

        return sum;

        float P(int n) => x[((top + n) * columns) + j] * e[n];
    }
}
