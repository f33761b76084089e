namespace NeuralOpt.Keras.Optimizers.Schedules;

/// <summary><c>(initialLearningRate - endLearningRate) * (1 - step / decaySteps)^power + endLearningRate</c>, up to <c>decaySteps</c>.</summary>
/// <param name="initialLearningRate">The rate of step 0, at least 0.</param>
/// <param name="decaySteps">Number of steps to the end, above 0.</param>
/// <param name="endLearningRate">The rate at the end, at least 0.</param>
/// <param name="power">The exponent.</param>
/// <param name="cycle">Whether the decay begins anew beyond the end, over the next multiple of the steps.</param>
/// <param name="name">Name.</param>
/// <example>
/// <code>
/// model.Compile(new SGD(new PolynomialDecay(0.1, decaySteps: 1000, endLearningRate: 0.01, power: 0.5)), "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/learning_rate_schedules/polynomial_decay/"/>
public class PolynomialDecay(
    double initialLearningRate,
    double decaySteps,
    double endLearningRate = 0.0001,
    double power = 1.0,
    bool cycle = false,
    string? name = "PolynomialDecay")
    : LearningRateSchedule
{
    /// <summary>The rate of step 0, at least 0.</summary>
    public double InitialLearningRate { get; } = Guard.NotNegative(initialLearningRate, nameof(PolynomialDecay), nameof(initialLearningRate));

    /// <summary>Number of steps to the end, above 0.</summary>
    public double DecaySteps { get; } = Guard.Above0(decaySteps, nameof(PolynomialDecay), nameof(decaySteps));

    /// <summary>The rate at the end, at least 0.</summary>
    public double EndLearningRate { get; } = Guard.NotNegative(endLearningRate, nameof(PolynomialDecay), nameof(endLearningRate));

    /// <summary>The exponent.</summary>
    public double Power { get; } = Guard.Finite(power, nameof(PolynomialDecay), nameof(power));

    /// <summary>Whether the decay begins anew beyond the end, over the next multiple of the steps.</summary>
    public bool Cycle => cycle;

    /// <summary>Name.</summary>
    public string? Name => name;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor step)
    {
        Tensor now = Ops.Cast(step, DType.Float32);
        Tensor end = Tensor.ScalarOf(EndLearningRate, DType.Float32);
        Tensor steps = Tensor.ScalarOf(DecaySteps, DType.Float32);
        if (cycle)
        {
            steps *= Ops.Where(Ops.Equal(now, 0.0), 1.0, Ops.Ceil(now / DecaySteps));
        }
        else
        {
            now = Ops.Minimum(now, steps);
        }

        return ((InitialLearningRate - end) * Ops.Power(1.0 - (now / steps), Power)) + end;
    }
}
