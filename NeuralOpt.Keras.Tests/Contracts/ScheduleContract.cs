using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Tests;

/// <summary>What every learning rate schedule does.</summary>
internal static class ScheduleContract
{
    internal static void Check(Func<LearningRateSchedule> make)
    {
        LearningRateSchedule schedule = make();
        LearningRateSchedule copy = ConfigContract.Copy(schedule);
        Func<Tensor, Tensor> compiled = Function.Compile(step => schedule.Apply(step));
        foreach (long step in (long[])[0, 1, 4, 9, 10, 11, 1000])
        {
            Tensor rate = schedule.Apply(step);
            Assert.AreEqual(Shape.Scalar, rate.Shape);
            Assert.IsTrue(double.IsFinite(rate.Item()) && rate.Item() >= 0, $"{schedule} at {step}: {rate}");
            Numbers.AreClose(rate, copy.Apply(step), 0, "the copy's rate");
            Numbers.AreClose(rate, compiled(step), 1e-6, "the compiled rate");
        }
    }
}
