using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Tests;

/// <summary>Every learning rate schedule, and its options.</summary>
[TestClass]
public sealed class ScheduleTable
{
    internal static readonly Row<LearningRateSchedule>[] Rows =
    [
        new(() => new ExponentialDecay(0.1, 10, 0.5)),
        new(() => new ExponentialDecay(0.1, 10, 0.5, staircase: true)),
        new(() => new InverseTimeDecay(0.1, 10, 0.5)),
        new(() => new InverseTimeDecay(0.1, 10, 0.5, staircase: true)),
        new(() => new PolynomialDecay(0.1, 10, 0.01, power: 2)),
        new(() => new PolynomialDecay(0.1, 10, 0.01, cycle: true)),
        new(() => new PiecewiseConstantDecay([2, 10], [1, 0.5, 0.1])),
        new(() => new CosineDecay(0.02, 10, alpha: 0.1, warmupTarget: 0.1, warmupSteps: 4)),
        new(() => new CosineDecayRestarts(0.1, 10, tMul: 2, mMul: 0.5)),
    ];

    public static IEnumerable<object[]> Names => Tests.Rows.NamesOf(Rows);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_schedule_keeps_the_contract(string name) => ScheduleContract.Check(Rows.Named(name).Make);
}
