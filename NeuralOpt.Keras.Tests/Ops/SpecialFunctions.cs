namespace NeuralOpt.Keras.Tests;

/// <summary>Slow references in double precision.</summary>
internal static class SpecialFunctions
{
    /// <summary>The error function: its series near 0, a continued fraction far from it.</summary>
    internal static double Erf(double x) => Math.Abs(x) > 3 ? Math.Sign(x) * (1 - Erfc(Math.Abs(x))) : Series(x);

    internal static double Erfc(double x) => x < 0 ? 2 - Erfc(-x) : x < 2 ? 1 - Series(x) : Fraction(x);

    internal static double Erfinv(double y)
    {
        (double low, double high) = (-6, 6);
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Erf(middle) < y ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    internal static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    internal static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int k = 1; k < 200; k++)
        {
            term *= -x * x / k;
            sum += term / ((2 * k) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private static double Fraction(double x)
    {
        double f = x;
        for (int k = 200; k > 0; k--)
        {
            f = x + (k / 2.0 / f);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * f);
    }
}
