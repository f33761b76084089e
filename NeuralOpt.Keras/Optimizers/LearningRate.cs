using System.Diagnostics.CodeAnalysis;
using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Optimizers;

/// <summary>An optimizer's learning rate: a number, or a schedule that gives one for each step. Converts from both.</summary>
/// <example>
/// <code>
/// model.Compile(new Adam(0.001), "mse");
/// model.Compile(new Adam(new ExponentialDecay(0.001, decaySteps: 1000, decayRate: 0.9)), "mse");
/// </code>
/// </example>
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

    /// <summary>The rate of an optimizer from Keras's argument, its default, and what Keras 2 took besides.</summary>
    /// <exception cref="ArgumentException">Both spellings are given, or a decay besides a schedule.</exception>
    internal static LearningRate Of(LearningRate? learningRate, double otherwise, double? lr, double? decay)
    {
        if (learningRate is not null && lr is not null)
        {
            throw new KerasArgumentException($"Optimizer: learningRate and lr are one argument; one of them must be given. Received: {learningRate} and {PythonNumber.Repr(lr.Value)}.");
        }

        LearningRate rate = learningRate ?? lr ?? otherwise;
        if (decay is not { } share || Guard.NotNegative(share, "Optimizer", "decay") == 0)
        {
            return rate;
        }

        return rate.Schedule is null ? new InverseTimeDecay(rate.Value, 1, share) : throw new KerasArgumentException(
            $"Optimizer: decay must not be given with a schedule, which decays by itself. Received: decay {PythonNumber.Repr(share)} and {rate}.");
    }

    /// <inheritdoc/>
    public override string ToString() => Schedule?.ToString() ?? PythonNumber.Repr(Value);

    object? IConfigValue.ConfigValue => Schedule is { } s ? s : Value;

    /// <summary>A constant rate.</summary>
    /// <param name="value">At least 0.</param>
    /// <exception cref="ArgumentException">The rate is negative or not a number.</exception>
    public static implicit operator LearningRate(double value)
        => value >= 0 && double.IsFinite(value) ? new(value, null) : throw new KerasArgumentException(
            $"LearningRate: the learning rate must be a number of at least 0. Received: {value}.");

    /// <summary>A rate that changes with the step.</summary>
    /// <param name="schedule">Gives the rate of a step.</param>
    [return: NotNullIfNotNull(nameof(schedule))]
    public static implicit operator LearningRate?(LearningRateSchedule? schedule) => schedule is null ? null : new(double.NaN, schedule);
}
