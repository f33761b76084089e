namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Functions of double that .NET does not have; right to some units in the last place, not made for speed.</summary>
internal static class RealFunctions
{
    private const double TwoOverSqrtPi = 1.1283791670955126;

    internal static double Expm1(double x)
    {
        // Kahan's way: the error of rounding exp(x) cancels in the quotient.
        double u = Math.Exp(x);
        return u == 1 || double.IsNaN(u) ? x
            : u - 1 == -1 ? -1
            : double.IsInfinity(u) ? u
            : (u - 1) * x / Math.Log(u);
    }

    internal static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 || double.IsNaN(u) ? x
            : double.IsInfinity(u) || u <= 0 ? Math.Log(u)
            : Math.Log(u) * x / (u - 1);
    }

    internal static double Erf(double x)
    {
        double a = Math.Abs(x);
        return double.IsNaN(x) ? x
            : a < 2 ? Series(x)
            : a > 6 ? Math.Sign(x)
            : Math.Sign(x) * (1 - Tail(a));
    }

    internal static double Erfc(double x)
        => double.IsNaN(x) ? x
        : x < 1.5 ? 1 - Erf(x)
        : x > 28 ? 0
        : Tail(x);

    internal static double ErfInv(double y)
    {
        if (double.IsNaN(y) || Math.Abs(y) >= 1)
        {
            return Math.Abs(y) == 1 ? y * double.PositiveInfinity : double.NaN;
        }

        // Winitzki's approximation, good to 2e-3, then Halley's steps, each of which triples the digits.
        double w = Math.Log((1 - y) * (1 + y));
        double b = (2 / (Math.PI * 0.147)) + (w / 2);
        double x = Math.CopySign(Math.Sqrt(Math.Sqrt((b * b) - (w / 0.147)) - b), y);
        for (int i = 0; i < 3; i++)
        {
            // The error from the small side of the function, where it has all its digits.
            double error = y > 0.5 ? (1 - y) - Erfc(x) : y < -0.5 ? Erfc(-x) - (1 + y) : Erf(x) - y;
            double step = error / (TwoOverSqrtPi * Math.Exp(-x * x));
            x -= step / (1 + (x * step));
        }

        return x;
    }

    /// <summary>x exp(-x^2) times a series of positive terms: nothing cancels.</summary>
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return TwoOverSqrtPi * Math.Exp(-x * x) * sum;
    }

    /// <summary>erfc by its continued fraction, for x from 1.5 on.</summary>
    private static double Tail(double x)
    {
        double fraction = x;
        for (int k = 120; k >= 1; k--)
        {
            fraction = x + (k / 2.0 / fraction);
        }

        return Math.Exp(-x * x) * TwoOverSqrtPi / 2 / fraction;
    }
}
