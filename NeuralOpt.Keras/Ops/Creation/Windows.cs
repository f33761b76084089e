namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Bartlett's window, a triangle that is 0 at both ends.</summary>
    /// <param name="x">Number of points.</param>
    /// <returns>(x), float32.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#bartlett-function"/>
    public static Tensor Bartlett(int x) => Window("Bartlett", x, static t => 1 - Math.Abs((2 * t) - 1));

    /// <summary>Blackman's window, <c>0.42 - 0.5 cos(2 pi t) + 0.08 cos(4 pi t)</c>.</summary>
    /// <param name="x">Number of points.</param>
    /// <returns>(x), float32.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#blackman-function"/>
    public static Tensor Blackman(int x)
        => Window("Blackman", x, static t => 0.42 - (0.5 * Math.Cos(2 * Math.PI * t)) + (0.08 * Math.Cos(4 * Math.PI * t)));

    /// <summary>Hamming's window, <c>0.54 - 0.46 cos(2 pi t)</c>.</summary>
    /// <param name="x">Number of points.</param>
    /// <returns>(x), float32.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#hamming-function"/>
    public static Tensor Hamming(int x) => Window("Hamming", x, static t => 0.54 - (0.46 * Math.Cos(2 * Math.PI * t)));

    /// <summary>Hann's window, <c>0.5 - 0.5 cos(2 pi t)</c>.</summary>
    /// <param name="x">Number of points.</param>
    /// <returns>(x), float32.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#hanning-function"/>
    public static Tensor Hanning(int x) => Window("Hanning", x, static t => 0.5 - (0.5 * Math.Cos(2 * Math.PI * t)));

    /// <summary>Kaiser's window, <c>I0(beta sqrt(1 - (2 t - 1)^2)) / I0(beta)</c>.</summary>
    /// <param name="x">Number of points.</param>
    /// <param name="beta">The greater, the narrower.</param>
    /// <returns>(x), float32.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#kaiser-function"/>
    public static Tensor Kaiser(int x, double beta)
    {
        Guard.Finite(beta, "Kaiser", nameof(beta));
        return Window("Kaiser", x, t => BesselI0(beta * Math.Sqrt(Math.Max(0, 1 - (((2 * t) - 1) * ((2 * t) - 1))))) / BesselI0(beta));
    }

    // t goes from 0 to 1; a window of one point is 1.
    private static Tensor Window(string op, int count, Func<double, double> at)
        => count >= 0
            ? Cast(Computed(count, i => count == 1 ? 1 : at(i / (count - 1.0))), DType.Float32)
            : throw new KerasArgumentException($"{op}: the number of points must be at least 0. Received: {count}.");

    // The power series; all terms are positive.
    private static double BesselI0(double x)
    {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-17; k++)
        {
            term *= x / (2.0 * k) * (x / (2.0 * k));
            sum += term;
        }

        return sum;
    }
}
