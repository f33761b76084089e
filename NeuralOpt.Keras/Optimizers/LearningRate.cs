using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Optimizers;

/// <summary>An optimizer's learning rate: a number, or a schedule that gives one for each step. Converts from both.</summary>
public sealed class LearningRate : IConfigValue
{
    private LearningRate(double value, LearningRateSchedule? schedule)
    {
        Value = value;
        Schedule = schedule;
    }

    /// <summary>The rate, where it is a number.</summary>
    public double Value { get; }

    /// <summary>The schedule; null for a number.</summary>
    public LearningRateSchedule? Schedule { get; }

    object? IConfigValue.ConfigValue => Schedule is { } s ? s : Value;

    /// <summary>A constant rate.</summary>
    /// <param name="value">At least 0.</param>
    /// <exception cref="ArgumentException">The rate is negative or not a number.</exception>
    public static implicit operator LearningRate(double value)
        => value >= 0 && double.IsFinite(value) ? new(value, null) : throw new KerasArgumentException(
            $"LearningRate: the learning rate must be a number of at least 0. Received: {value}.");

    /// <summary>A rate that changes with the step.</summary>
    /// <param name="schedule">Gives the rate of a step.</param>
    public static implicit operator LearningRate(LearningRateSchedule schedule) => new(double.NaN, schedule);
}
