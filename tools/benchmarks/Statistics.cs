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

/// <summary>What a figure must reach. On a busy machine it is missed only if the better quartile misses.</summary>
/// <param name="Bound">The bound.</param>
/// <param name="AtLeast">Whether more is better.</param>
internal sealed record Gate(double Bound, bool AtLeast)
{
    internal bool IsMet(Spread spread) => AtLeast ? spread.High >= Bound : spread.Low <= Bound;

    public override string ToString() => FormattableString.Invariant($"{(AtLeast ? "at least" : "at most")} {Bound:0.###}");
}
