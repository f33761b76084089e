namespace NeuralOpt.Keras.Optimizers.Schedules;

/// <summary>Half a cosine wave from the initial rate down, again and again, each time <c>tMul</c> times as long.</summary>
/// <param name="initialLearningRate">The rate of step 0, at least 0.</param>
/// <param name="firstDecaySteps">Number of steps of the first wave, above 0.</param>
/// <param name="tMul">Each wave's length as a multiple of the last, above 0.</param>
/// <param name="mMul">Each wave's height as a multiple of the last.</param>
/// <param name="alpha">The least rate as a fraction of the initial one.</param>
/// <param name="name">Name.</param>
/// <example>
/// <code>
/// model.Compile(new Adam(new CosineDecayRestarts(0.001, firstDecaySteps: 100)), "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay_restarts/"/>
public class CosineDecayRestarts(
    double initialLearningRate,
    double firstDecaySteps,
    double tMul = 2.0,
    double mMul = 1.0,
    double alpha = 0.0,
    string? name = "SGDRDecay")
    : LearningRateSchedule
{
    /// <summary>The rate of step 0, at least 0.</summary>
    public double InitialLearningRate { get; } = Guard.NotNegative(initialLearningRate, nameof(CosineDecayRestarts), nameof(initialLearningRate));

    /// <summary>Number of steps of the first wave, above 0.</summary>
    public double FirstDecaySteps { get; } = Guard.Above0(firstDecaySteps, nameof(CosineDecayRestarts), nameof(firstDecaySteps));

    /// <summary>Each wave's length as a multiple of the last, above 0.</summary>
    public double TMul { get; } = Guard.Above0(tMul, nameof(CosineDecayRestarts), nameof(tMul));

    /// <summary>Each wave's height as a multiple of the last.</summary>
    public double MMul { get; } = Guard.NotNegative(mMul, nameof(CosineDecayRestarts), nameof(mMul));

    /// <summary>The least rate as a fraction of the initial one.</summary>
    public double Alpha { get; } = Guard.NotNegative(alpha, nameof(CosineDecayRestarts), nameof(alpha));

    /// <summary>Name.</summary>
    public string? Name => name;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor step)
    {
        Tensor done = Ops.Cast(step, DType.Float32) / FirstDecaySteps;
        Tensor wave;
        if (TMul == 1)
        {
            wave = Ops.Floor(done);
            done -= wave;
        }
        else
        {
            Tensor factor = Tensor.ScalarOf(TMul, DType.Float32);
            wave = Ops.Floor(Ops.Log(1.0 - (done * (1.0 - factor))) / Ops.Log(factor));
            Tensor length = Ops.Power(factor, wave);
            done = (done - ((1.0 - length) / (1.0 - factor))) / length;
        }

        Tensor height = 0.5 * Ops.Power(MMul, wave) * (1.0 + Ops.Cos(Math.PI * done));
        return InitialLearningRate * (((1 - Alpha) * height) + Alpha);
    }
}
