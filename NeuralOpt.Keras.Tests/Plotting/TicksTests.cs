using NeuralOpt.Keras.Plotting;

namespace NeuralOpt.Keras.Tests.Plotting;

[TestClass]
public sealed class TicksTests
{
    [TestMethod]
    [DataRow(0.0, 1.0, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [DataRow(0.91, 0.993, "0.90 0.92 0.94 0.96 0.98 1.00")]
    [DataRow(0.02, 0.35, "0.00 0.05 0.10 0.15 0.20 0.25 0.30 0.35")]
    [DataRow(-3.0, 8.0, "-4 -2 0 2 4 6 8")]
    [DataRow(0.0, 3e7, "0e+0 5e+6 1e+7 1.5e+7 2e+7 2.5e+7 3e+7")]
    public void Ticks_are_round_and_enclose_the_range(double low, double high, string expected)
    {
        Ticks ticks = Ticks.Enclose(low, high, 6);

        Assert.AreEqual(expected, string.Join(' ', Enumerable.Range(0, ticks.Count).Select(ticks.Format)));
        Assert.IsLessThanOrEqualTo(low + 1e-9, ticks.First);
        Assert.IsGreaterThanOrEqualTo(high - 1e-9, ticks.Last);
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(5.0)]
    [DataRow(-1e-8)]
    [DataRow(1e12)]
    public void One_value_gets_an_axis_around_it(double value)
    {
        Ticks ticks = Ticks.Enclose(value, value, 6);

        Assert.IsInRange(3, 13, ticks.Count);
        Assert.IsLessThan(value, ticks.First);
        Assert.IsGreaterThan(value, ticks.Last);
    }

    [TestMethod]
    public void Whole_ticks_have_no_halves()
    {
        Ticks ticks = Ticks.Enclose(1, 5, 10, whole: true);

        Assert.AreEqual("1 2 3 4 5", string.Join(' ', Enumerable.Range(0, ticks.Count).Select(ticks.Format)));
    }

    [TestMethod]
    public void Random_ranges_have_a_readable_number_of_ticks()
    {
        Random random = new(7);
        for (int i = 0; i < 2000; i++)
        {
            double low = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 7));
            double high = low + (random.NextDouble() * Math.Pow(10, random.Next(-6, 7)));
            Ticks ticks = Ticks.Enclose(low, high, 6);

            Assert.IsInRange(3, 13, ticks.Count, $"{low} to {high}");
        }
    }
}
