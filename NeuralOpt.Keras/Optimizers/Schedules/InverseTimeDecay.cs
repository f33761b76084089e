namespace NeuralOpt.Keras.Optimizers.Schedules;

/// <summary><c>initialLearningRate / (1 + decayRate * step / decaySteps)</c>.</summary>
/// <param name="initialLearningRate">The rate of step 0, at least 0.</param>
/// <param name="decaySteps">Number of steps in which the divisor grows by the rate once, above 0.</param>
/// <param name="decayRate">How much the divisor grows.</param>
/// <param name="staircase">Whether the quotient is rounded down, so that the rate falls in steps.</param>
/// <param name="name">Name.</param>
/// <example>
/// <code>
/// model.Compile(new SGD(new InverseTimeDecay(0.1, decaySteps: 1, decayRate: 0.5)), "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/learning_rate_schedules/inverse_time_decay/"/>
public class InverseTimeDecay(
    double initialLearningRate,
    double decaySteps,
    double decayRate,
    bool staircase = false,
    string? name = "InverseTimeDecay")
    : LearningRateSchedule
{
    /// <summary>The rate of step 0, at least 0.</summary>
    public double InitialLearningRate { get; } = Guard.NotNegative(initialLearningRate, nameof(InverseTimeDecay), nameof(initialLearningRate));

    /// <summary>Number of steps in which the divisor grows by the rate once, above 0.</summary>
    public double DecaySteps { get; } = Guard.Above0(decaySteps, nameof(InverseTimeDecay), nameof(decaySteps));

    /// <summary>How much the divisor grows.</summary>
    public double DecayRate { get; } = Guard.NotNegative(decayRate, nameof(InverseTimeDecay), nameof(decayRate));

    /// <summary>Whether the quotient is rounded down, so that the rate falls in steps.</summary>
    public bool Staircase => staircase;

    /// <summary>Name.</summary>
    public string? Name => name;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor step)
    {
        Tensor p = Ops.Cast(step, DType.Float32) / DecaySteps;
        return InitialLearningRate / (1.0 + (DecayRate * (staircase ? Ops.Floor(p) : p)));
    }
}
