using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Parity;

/// <summary>Learning rate schedules: the rate at given steps.</summary>
internal sealed class SchedulesJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["schedules"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        LearningRateSchedule schedule = golden.Build<LearningRateSchedule>();
        Tensor steps = golden.Given("steps")[0];
        Tensor expected = golden.Given("value")[0];
        for (int i = 0; i < steps.Size; i++)
        {
            Tensor step = Tensor.ScalarOf(steps.ReadDouble(i), DType.Int64);
            comparison.Close($"rate at step {steps.ReadDouble(i)}", expected.ReadDouble(i), schedule.Apply(step).Item(), Tolerance.Elementwise);
        }

        Configs.Compare(comparison, golden, schedule);
    }
}
