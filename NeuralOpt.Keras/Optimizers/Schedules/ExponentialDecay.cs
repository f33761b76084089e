namespace NeuralOpt.Keras.Optimizers.Schedules;

/// <summary><c>initialLearningRate * decayRate^(step / decaySteps)</c>.</summary>
/// <param name="initialLearningRate">The rate of step 0, at least 0.</param>
/// <param name="decaySteps">Number of steps in which the rate is multiplied once, above 0.</param>
/// <param name="decayRate">The factor.</param>
/// <param name="staircase">Whether the quotient is rounded down, so that the rate falls in steps.</param>
/// <param name="name">Name.</param>
/// <example>
/// <code>
/// var rate = new ExponentialDecay(0.1, decaySteps: 1000, decayRate: 0.96, staircase: true);
/// model.Compile(new SGD(rate), "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/learning_rate_schedules/exponential_decay/"/>
public class ExponentialDecay(
    double initialLearningRate,
    double decaySteps,
    double decayRate,
    bool staircase = false,
    string? name = "ExponentialDecay")
    : LearningRateSchedule
{
    /// <summary>The rate of step 0, at least 0.</summary>
    public double InitialLearningRate { get; } = Guard.NotNegative(initialLearningRate, nameof(ExponentialDecay), nameof(initialLearningRate));

    /// <summary>Number of steps in which the rate is multiplied once, above 0.</summary>
    public double DecaySteps { get; } = Guard.Above0(decaySteps, nameof(ExponentialDecay), nameof(decaySteps));

    /// <summary>The factor.</summary>
    public double DecayRate { get; } = Guard.NotNegative(decayRate, nameof(ExponentialDecay), nameof(decayRate));

    /// <summary>Whether the quotient is rounded down, so that the rate falls in steps.</summary>
    public bool Staircase => staircase;

    /// <summary>Name.</summary>
    public string? Name => name;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor step)
    {
        Tensor p = Ops.Cast(step, DType.Float32) / DecaySteps;
        return InitialLearningRate * Ops.Power(DecayRate, staircase ? Ops.Floor(p) : p);
    }
}
