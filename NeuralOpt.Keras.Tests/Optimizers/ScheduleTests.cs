using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class ScheduleTests
{
    private static double At(LearningRateSchedule schedule, long step) => ConfigContract.Copy(schedule).Apply(step).Item();

    [TestMethod]
    public void ExponentialDecay_multiplies_by_the_rate()
    {
        Assert.AreEqual(0.1 * Math.Pow(0.5, 1.5), At(new ExponentialDecay(0.1, 10, 0.5), 15), 1e-7);
        Assert.AreEqual(0.05, At(new ExponentialDecay(0.1, 10, 0.5, staircase: true), 15), 1e-7);
    }

    [TestMethod]
    public void InverseTimeDecay_divides_by_a_growing_number()
    {
        Assert.AreEqual(0.1 / 1.75, At(new InverseTimeDecay(0.1, 10, 0.5), 15), 1e-7);
        Assert.AreEqual(0.1 / 1.5, At(new InverseTimeDecay(0.1, 10, 0.5, staircase: true), 15), 1e-7);
    }

    [TestMethod]
    public void PolynomialDecay_ends_or_begins_anew()
    {
        Assert.AreEqual((0.09 * 0.25) + 0.01, At(new PolynomialDecay(0.1, 10, 0.01, power: 2), 5), 1e-7);
        Assert.AreEqual(0.01, At(new PolynomialDecay(0.1, 10, 0.01, power: 2), 50), 1e-7);
        Assert.AreEqual((0.09 * 0.25) + 0.01, At(new PolynomialDecay(0.1, 10, 0.01, cycle: true), 15), 1e-7);
    }

    [TestMethod]
    public void PiecewiseConstantDecay_keeps_a_boundary_on_the_left()
    {
        PiecewiseConstantDecay schedule = new([2, 4], [1, 0.5, 0.1]);
        CollectionAssert.AreEqual(new[] { 1, 1, 0.5, 0.5, 0.1 }, new long[] { 0, 2, 3, 4, 5 }.Select(s => Math.Round(At(schedule, s), 6)).ToArray());
    }

    [TestMethod]
    public void CosineDecay_warms_up_and_falls()
    {
        CosineDecay schedule = new(0.02, 10, alpha: 0.1, warmupTarget: 0.1, warmupSteps: 4);
        Assert.AreEqual(0.06, At(schedule, 2), 1e-7);
        Assert.AreEqual(0.1, At(schedule, 4), 1e-7);
        Assert.AreEqual(0.1 * 0.55, At(schedule, 9), 1e-7);
        Assert.AreEqual(0.01, At(schedule, 100), 1e-7);
    }

    [TestMethod]
    public void CosineDecayRestarts_starts_again_longer_and_lower()
    {
        CosineDecayRestarts schedule = new(0.1, 10, tMul: 2, mMul: 0.5);
        Assert.AreEqual(0.05, At(schedule, 5), 1e-6);
        Assert.AreEqual(0.025, At(schedule, 20), 1e-6);
        Assert.AreEqual(0.1, At(new CosineDecayRestarts(0.1, 10, tMul: 1), 20), 1e-6);
    }

    [TestMethod]
    public void Bad_arguments_are_exceptions()
    {
        Assert.ThrowsExactly<KerasArgumentException>(() => new ExponentialDecay(0.1, 0, 0.5));
        Assert.ThrowsExactly<KerasArgumentException>(() => new ExponentialDecay(double.NaN, 10, 0.5));
        Assert.ThrowsExactly<KerasArgumentException>(() => new PiecewiseConstantDecay([1, 2], [1, 2]));
        Assert.ThrowsExactly<KerasArgumentException>(() => new PiecewiseConstantDecay([2, 1], [1, 2, 3]));
        Assert.ThrowsExactly<KerasArgumentException>(() => new CosineDecay(0.1, -1));
    }
}
