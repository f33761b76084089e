namespace NeuralOpt.Keras.Optimizers.Schedules;

/// <summary>Half a cosine wave from the initial rate down to <c>alpha</c> times it, after a linear warm-up if asked for.</summary>
/// <param name="initialLearningRate">The rate of step 0, at least 0.</param>
/// <param name="decaySteps">Number of steps of the decay, above 0.</param>
/// <param name="alpha">The last rate as a fraction of the first.</param>
/// <param name="name">Name.</param>
/// <param name="warmupTarget">The rate at the end of the warm-up, from which the decay starts; null for no warm-up.</param>
/// <param name="warmupSteps">Number of steps of the warm-up, at least 0.</param>
/// <example>
/// <code>
/// model.Compile(new Adam(new CosineDecay(0.0, decaySteps: 1000, warmupTarget: 0.001, warmupSteps: 100)), "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay/"/>
public class CosineDecay(
    double initialLearningRate,
    double decaySteps,
    double alpha = 0.0,
    string? name = "CosineDecay",
    double? warmupTarget = null,
    int warmupSteps = 0)
    : LearningRateSchedule
{
    /// <summary>The rate of step 0, at least 0.</summary>
    public double InitialLearningRate { get; } = Guard.NotNegative(initialLearningRate, nameof(CosineDecay), nameof(initialLearningRate));

    /// <summary>Number of steps of the decay, above 0.</summary>
    public double DecaySteps { get; } = Guard.Above0(decaySteps, nameof(CosineDecay), nameof(decaySteps));

    /// <summary>The last rate as a fraction of the first.</summary>
    public double Alpha { get; } = Guard.NotNegative(alpha, nameof(CosineDecay), nameof(alpha));

    /// <summary>Name.</summary>
    public string? Name => name;

    /// <summary>The rate at the end of the warm-up, from which the decay starts; null for no warm-up.</summary>
    public double? WarmupTarget { get; } = Guard.NotNegative(warmupTarget, nameof(CosineDecay), nameof(warmupTarget));

    /// <summary>Number of steps of the warm-up, at least 0.</summary>
    public int WarmupSteps { get; } = Guard.AtLeast(0, warmupSteps, nameof(CosineDecay), nameof(warmupSteps));

    /// <inheritdoc/>
    protected override Tensor Call(Tensor step)
    {
        Tensor now = Ops.Cast(step, DType.Float32);
        if (WarmupTarget is not { } target)
        {
            return Decay(Ops.Minimum(now, DecaySteps), InitialLearningRate);
        }

        now = Ops.Minimum(now, DecaySteps + WarmupSteps);
        Tensor initial = Tensor.ScalarOf(InitialLearningRate, DType.Float32);
        Tensor warm = ((target - initial) * (now / (double)WarmupSteps)) + initial;
        return Ops.Where(now < (double)WarmupSteps, warm, Decay(now - (double)WarmupSteps, target));
    }

    private Tensor Decay(Tensor step, double from)
    {
        Tensor wave = 0.5 * (1.0 + Ops.Cos(Math.PI * (step / DecaySteps)));
        return from * (((1 - Alpha) * wave) + Alpha);
    }
}
