namespace NeuralOpt.Keras;

/// <summary>Householder's reflections on one matrix in double precision.</summary>
internal static class Householder
{
    /// <summary>The orthogonal factor, (m, columns), whose product with an upper triangle is a.</summary>
    /// <remarks>Each reflection turns a column against the sign of its first element, as LAPACK and Eigen do.</remarks>
    internal static double[,] Q(double[,] a, int columns)
    {
        (int m, int n) = (a.GetLength(0), a.GetLength(1));
        double[,] r = (double[,])a.Clone();
        List<double[]> mirrors = [];
        for (int j = 0; j < Math.Min(m - 1, n); j++)
        {
            double[] v = new double[m];
            double norm = 0;
            for (int i = j; i < m; i++)
            {
                v[i] = r[i, j];
                norm += v[i] * v[i];
            }

            norm = Math.Sqrt(norm);
            v[j] += v[j] >= 0 ? norm : -norm;
            double square = v.Sum(static e => e * e);
            v = square == 0 ? v : [.. v.Select(e => e / Math.Sqrt(square))];
            mirrors.Add(v);
            Reflect(r, v);
        }

        double[,] q = new double[m, columns];
        for (int i = 0; i < columns; i++)
        {
            q[i, i] = 1;
        }

        for (int k = mirrors.Count - 1; k >= 0; k--)
        {
            Reflect(q, mirrors[k]);
        }

        return q;
    }

    private static void Reflect(double[,] m, double[] v)
    {
        for (int c = 0; c < m.GetLength(1); c++)
        {
            double dot = 0;
            for (int i = 0; i < v.Length; i++)
            {
                dot += v[i] * m[i, c];
            }

            for (int i = 0; i < v.Length; i++)
            {
                m[i, c] -= 2 * dot * v[i];
            }
        }
    }
}
