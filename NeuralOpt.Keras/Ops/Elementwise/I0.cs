namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Modified Bessel function of the first kind and order 0, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <remarks>The power series in double precision; all its terms have one sign.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#i0-function"/>
    public static Tensor I0(Tensor x) => HostOp.Map("I0", x, static v => Bessel(0, v), static (dy, y, x) => dy * I1(x));

    // I1' = I0 - I1 / x, which tends to 1/2 at 0.
    private static Tensor I1(Tensor x)
        => HostOp.Map("I1", x, static v => Bessel(1, v), static (dy, y, x) => dy * Where(Equal(x, 0), 0.5, I0(x) - DivideNoNan(y, x)));

    private static double Bessel(int order, double x)
    {
        double q = x * x / 4;
        double term = order == 0 ? 1 : x / 2;
        double sum = term;
        for (int k = 1; double.IsFinite(sum) && Math.Abs(term) > Math.Abs(sum) * 1e-17; k++)
        {
            term *= q / ((double)k * (k + order));
            sum += term;
        }

        return double.IsNaN(x) ? x : sum;
    }
}
