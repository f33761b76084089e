namespace NeuralOpt.Keras;

/// <summary>Jacobi's rotations on one matrix in double precision: slow, simple and accurate.</summary>
internal static class Jacobi
{
    private const int Sweeps = 60;

    /// <summary>Eigenvalues of a symmetric matrix, ascending, and its eigenvectors as columns.</summary>
    internal static (double[] Values, double[,] Vectors) Eigen(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] a = new double[n, n];
        for (int i = 0; i < n * n; i++)
        {
            // The lower triangle counts.
            a[i / n, i % n] = matrix[Math.Max(i / n, i % n), Math.Min(i / n, i % n)];
        }

        if (!AreFinite(a))
        {
            return (Undefined(n), Undefined(n, n));
        }

        double[,] v = Elimination.Identity(n);
        Sweep(n, (p, q) =>
        {
            if (Math.Abs(a[p, q]) <= 1e-17 * Math.Sqrt(Math.Abs(a[p, p] * a[q, q])) || a[p, q] == 0)
            {
                return false;
            }

            (double c, double s) = Rotation((a[q, q] - a[p, p]) / (2 * a[p, q]));
            Columns(a, p, q, c, s);
            Rows(a, p, q, c, s);
            Columns(v, p, q, c, s);
            return true;
        });

        int[] order = [.. Enumerable.Range(0, n).OrderBy(i => a[i, i])];
        return ([.. order.Select(i => a[i, i])], Chosen(v, order));
    }

    /// <summary>Singular values, descending, with left and right vectors as columns, min(m, n) of each.</summary>
    internal static (double[,] U, double[] Values, double[,] V) Singular(double[,] a)
    {
        (int m, int n) = (a.GetLength(0), a.GetLength(1));
        if (m < n)
        {
            (double[,] left, double[] values, double[,] right) = Singular(Transposed(a));
            return (right, values, left);
        }

        if (!AreFinite(a))
        {
            return (Undefined(m, n), Undefined(n), Undefined(n, n));
        }

        double[,] u = (double[,])a.Clone();
        double[,] v = Elimination.Identity(n);
        Sweep(n, (p, q) =>
        {
            (double pp, double qq, double pq) = (Dot(u, p, p), Dot(u, q, q), Dot(u, p, q));
            if (Math.Abs(pq) <= 1e-16 * Math.Sqrt(pp * qq) || pq == 0)
            {
                return false;
            }

            (double c, double s) = Rotation((qq - pp) / (2 * pq));
            Columns(u, p, q, c, s);
            Columns(v, p, q, c, s);
            return true;
        });

        double[] norms = [.. Enumerable.Range(0, n).Select(k => Math.Sqrt(Dot(u, k, k)))];
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(k => norms[k])];
        for (int i = 0; i < m * n; i++)
        {
            u[i / n, i % n] = norms[i % n] == 0 ? 0 : u[i / n, i % n] / norms[i % n];
        }

        return (Chosen(u, order), [.. order.Select(k => norms[k])], Chosen(v, order));
    }

    internal static double[,] Transposed(double[,] a)
    {
        double[,] t = new double[a.GetLength(1), a.GetLength(0)];
        for (int i = 0; i < t.Length; i++)
        {
            t[i / t.GetLength(1), i % t.GetLength(1)] = a[i % t.GetLength(1), i / t.GetLength(1)];
        }

        return t;
    }

    /// <summary>Goes over all pairs of columns until none was rotated.</summary>
    // A matrix with NaN or infinity has no such parts: they are NaN.
    private static bool AreFinite(double[,] a)
    {
        foreach (double element in a)
        {
            if (!double.IsFinite(element))
            {
                return false;
            }
        }

        return true;
    }

    private static double[] Undefined(int n) => [.. Enumerable.Repeat(double.NaN, n)];

    private static double[,] Undefined(int m, int n)
    {
        double[,] all = new double[m, n];
        for (int i = 0; i < m * n; i++)
        {
            all[i / n, i % n] = double.NaN;
        }

        return all;
    }

    private static void Sweep(int n, Func<int, int, bool> rotate)
    {
        bool moved = true;
        for (int sweep = 0; sweep < Sweeps && moved; sweep++)
        {
            moved = false;
            for (int p = 0; p < n; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    moved |= rotate(p, q);
                }
            }
        }
    }

    private static (double Cos, double Sin) Rotation(double theta)
    {
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        return (c, t * c);
    }

    private static void Columns(double[,] m, int p, int q, double c, double s)
    {
        for (int i = 0; i < m.GetLength(0); i++)
        {
            (m[i, p], m[i, q]) = ((c * m[i, p]) - (s * m[i, q]), (s * m[i, p]) + (c * m[i, q]));
        }
    }

    private static void Rows(double[,] m, int p, int q, double c, double s)
    {
        for (int i = 0; i < m.GetLength(1); i++)
        {
            (m[p, i], m[q, i]) = ((c * m[p, i]) - (s * m[q, i]), (s * m[p, i]) + (c * m[q, i]));
        }
    }

    private static double Dot(double[,] m, int p, int q)
    {
        double sum = 0;
        for (int i = 0; i < m.GetLength(0); i++)
        {
            sum += m[i, p] * m[i, q];
        }

        return sum;
    }

    private static double[,] Chosen(double[,] m, int[] columns)
    {
        double[,] y = new double[m.GetLength(0), columns.Length];
        for (int i = 0; i < y.Length; i++)
        {
            y[i / columns.Length, i % columns.Length] = m[i / columns.Length, columns[i % columns.Length]];
        }

        return y;
    }
}
