namespace NeuralOpt.Keras;

/// <summary>Gauss's elimination and its kin on one matrix in double precision.</summary>
internal static class Elimination
{
    /// <summary>Solves <c>a x = b</c> with row pivots; a singular matrix is refused, NaN stays NaN.</summary>
    internal static double[,] Solve(string op, double[,] a, double[,] b)
    {
        (double[,] u, double[,] x) = ((double[,])a.Clone(), (double[,])b.Clone());
        Reduce(u, x, out _);
        return SolveTriangular(op, u, x, lower: false);
    }

    /// <summary>The sign of the determinant, and the logarithm of its size.</summary>
    internal static (double Sign, double Log) Determinant(double[,] a)
    {
        double[,] u = (double[,])a.Clone();
        Reduce(u, new double[a.GetLength(0), 0], out double sign);
        double log = 0;
        for (int i = 0; i < u.GetLength(0); i++)
        {
            sign *= double.IsNaN(u[i, i]) ? double.NaN : Math.Sign(u[i, i]);
            log += Math.Log(Math.Abs(u[i, i]));
        }

        return (sign, log);
    }

    /// <summary>Solves <c>a x = b</c> where only one triangle of a counts.</summary>
    internal static double[,] SolveTriangular(string op, double[,] a, double[,] b, bool lower)
    {
        int n = a.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            if (a[i, i] == 0)
            {
                throw new KerasArgumentException($"{op}: the matrix must be invertible. Received: a singular matrix, whose pivot {i} is 0.");
            }
        }

        double[,] x = (double[,])b.Clone();
        for (int c = 0; c < x.GetLength(1); c++)
        {
            for (int step = 0; step < n; step++)
            {
                int i = lower ? step : n - 1 - step;
                double sum = x[i, c];
                for (int k = lower ? 0 : i + 1; k < (lower ? i : n); k++)
                {
                    sum -= a[i, k] * x[k, c];
                }

                x[i, c] = sum / a[i, i];
            }
        }

        return x;
    }

    /// <summary>The lower triangle whose product with its transpose is a symmetric, positive definite matrix.</summary>
    internal static double[,] Cholesky(double[,] a)
    {
        int n = a.GetLength(0);
        double[,] l = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            for (int i = j; i < n; i++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= l[i, k] * l[j, k];
                }

                if (i == j && !(sum > 0))
                {
                    throw new KerasArgumentException($"Cholesky: the matrix must be symmetric and positive definite. Received: a matrix whose pivot {j} is {sum:g4}.");
                }

                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }
        }

        return l;
    }

    internal static double[,] Identity(int n)
    {
        double[,] one = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            one[i, i] = 1;
        }

        return one;
    }

    // Brings a to an upper triangle, doing the same to b.
    private static void Reduce(double[,] a, double[,] b, out double sign)
    {
        int n = a.GetLength(0);
        sign = 1;
        for (int j = 0; j < n; j++)
        {
            int pivot = j;
            for (int i = j + 1; i < n; i++)
            {
                pivot = Math.Abs(a[i, j]) > Math.Abs(a[pivot, j]) ? i : pivot;
            }

            if (pivot != j)
            {
                Exchange(a, j, pivot);
                Exchange(b, j, pivot);
                sign = -sign;
            }

            for (int i = j + 1; i < n; i++)
            {
                double factor = a[j, j] == 0 ? 0 : a[i, j] / a[j, j];
                AddRow(a, i, j, -factor);
                AddRow(b, i, j, -factor);
            }
        }
    }

    private static void Exchange(double[,] m, int i, int k)
    {
        for (int c = 0; c < m.GetLength(1); c++)
        {
            (m[i, c], m[k, c]) = (m[k, c], m[i, c]);
        }
    }

    private static void AddRow(double[,] m, int to, int from, double factor)
    {
        for (int c = 0; c < m.GetLength(1); c++)
        {
            m[to, c] += factor * m[from, c];
        }
    }
}
