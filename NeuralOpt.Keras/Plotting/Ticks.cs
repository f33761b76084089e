using System.Globalization;

namespace NeuralOpt.Keras.Plotting;

/// <summary>Round numbers along an axis: steps of 1, 2 or 5 times a power of ten.</summary>
internal readonly record struct Ticks(double First, double Step, int Count)
{
    internal double Last => First + ((Count - 1) * Step);

    internal double this[int index] => First + (index * Step);

    /// <summary>Ticks that enclose a range.</summary>
    /// <param name="low">Finite.</param>
    /// <param name="high">Finite, not below <paramref name="low"/>; an empty range is widened.</param>
    /// <param name="about">How many are wanted; there are between half and twice as many.</param>
    /// <param name="whole">Only whole numbers.</param>
    internal static Ticks Enclose(double low, double high, int about, bool whole = false)
    {
        if (!(high - low > 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high))))
        {
            double room = low == 0 ? 1 : Math.Abs(low) * 0.1;
            (low, high) = (low - room, high + room);
        }

        double step = NiceStep((high - low) / about);
        if (whole)
        {
            step = Math.Max(1, Math.Round(step));
        }

        // A value on a tick, up to rounding, needs no further tick beside it.
        double first = Math.Floor((low / step) + 1e-9);
        double last = Math.Ceiling((high / step) - 1e-9);
        return new Ticks(first * step, step, (int)(last - first) + 1);
    }

    internal string Format(int index)
    {
        double value = this[index];
        value = Math.Abs(value) < Step * 1e-6 ? 0 : value;
        double largest = Math.Max(Math.Abs(First), Math.Abs(Last));
        if (largest >= 1e6 || Step < 1e-5)
        {
            return value.ToString("0.###e+0", CultureInfo.InvariantCulture);
        }

        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(Step) + 1e-9));
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static double NiceStep(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch
        {
            < 1.2 => power,
            < 2.6 => 2 * power,
            < 6 => 5 * power,
            _ => 10 * power,
        };
    }
}
