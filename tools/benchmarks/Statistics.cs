namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Median and quartiles of some measurements.</summary>
internal readonly record struct Spread(double Median, double Low, double High)
{
    internal static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(At(0.5), At(0.25), At(0.75));

        double At(double part)
        {
            double place = part * (sorted.Length - 1);
            int below = (int)place;
            return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
        }
    }

    /// <summary>Quotients of what was measured side by side: less sensitive to a busy machine than a quotient of medians.</summary>
    internal static Spread Ratio(IEnumerable<double> a, IEnumerable<double> b) => Of(a.Zip(b, static (x, y) => x / y));
}
