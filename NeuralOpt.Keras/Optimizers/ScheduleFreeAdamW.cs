namespace NeuralOpt.Keras.Optimizers;

/// <summary>AdamW that averages its own path, so that it needs no schedule for its learning rate.</summary>
/// <param name="learningRate">A number or a schedule; 0.0025 by default.</param>
/// <param name="beta1">Exponential decay rate of the first moment, from 0 to 1.</param>
/// <param name="beta2">Exponential decay rate of the second moment, from 0 to 1.</param>
/// <param name="epsilon">Added to the root, so that nothing is divided by 0.</param>
/// <param name="warmupSteps">Number of steps over which the rate grows from 0; 0 for none.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"schedule_free_adam_w"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new ScheduleFreeAdamW(0.0025), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/schedule_free_adamw/"/>
/// <seealso href="https://arxiv.org/abs/2405.15682"/>
public class ScheduleFreeAdamW(
    LearningRate? learningRate = null,
    [ConfigName("beta_1")] double beta1 = 0.9,
    [ConfigName("beta_2")] double beta2 = 0.999,
    double epsilon = 1e-8,
    int warmupSteps = 0,
    double? weightDecay = null,
    double? clipnorm = null,
    double? clipvalue = null,
    double? globalClipnorm = null,
    bool useEma = false,
    double emaMomentum = 0.99,
    int? emaOverwriteFrequency = null,
    double? lossScaleFactor = null,
    int? gradientAccumulationSteps = null,
    string? name = null,
    [ConfigName(null)] double? lr = null,
    [ConfigName(null)] double? decay = null)
    : Optimizer(Optimizers.LearningRate.Of(learningRate, 0.0025, lr, decay), weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency,
        lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Exponential decay rate of the first moment, from 0 to 1.</summary>
    public double Beta1 { get; } = Guard.Fraction(beta1, nameof(ScheduleFreeAdamW), nameof(beta1));

    /// <summary>Exponential decay rate of the second moment, from 0 to 1.</summary>
    public double Beta2 { get; } = Guard.Fraction(beta2, nameof(ScheduleFreeAdamW), nameof(beta2));

    /// <summary>Added to the root, so that nothing is divided by 0.</summary>
    public double Epsilon { get; } = Guard.NotNegative(epsilon, nameof(ScheduleFreeAdamW), nameof(epsilon));

    /// <summary>Number of steps over which the rate grows from 0; 0 for none.</summary>
    public int WarmupSteps { get; } = Guard.AtLeast(0, warmupSteps, nameof(ScheduleFreeAdamW), nameof(warmupSteps));

    /// <inheritdoc/>
    protected override void AddSlots()
    {
        AddSlots("momentum", "velocity");
        foreach (Variable variable in Trained)
        {
            Slot("momentum", variable).Assign(variable);
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Tensor step = Ops.Cast(Updates + 1, variable.DType);
        if (WarmupSteps > 0)
        {
            learningRate *= Ops.Minimum(step / (double)WarmupSteps, 1.0);
        }

        Variable z = Slot("momentum", variable);
        Variable v = Slot("velocity", variable);
        v.AssignAdd((Slices.Square(gradient) - v) * (1 - Beta2));
        z.AssignSub(learningRate * gradient / (Ops.Sqrt(v / (1.0 - Ops.Power(Beta2, step))) + Epsilon));

        // Keras on TensorFlow takes the path's new point here, where the paper takes the old one.
        Tensor old = (variable - ((1 - Beta1) * z.Value)) / Beta1;
        Tensor weight = 1.0 / step;
        Tensor average = ((1.0 - weight) * old) + (weight * z);
        variable.Assign(((1 - Beta1) * z.Value) + (Beta1 * average));
    }
}
