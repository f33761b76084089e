namespace NeuralOpt.Keras.Optimizers;

/// <summary>Adamax: Adam with the largest absolute gradient in place of the second moment.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="beta1">Exponential decay rate of the first moment, from 0 to 1.</param>
/// <param name="beta2">Decay rate of the infinity norm, from 0 to 1.</param>
/// <param name="epsilon">Added to the root, so that nothing is divided by 0.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"adamax"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new Adamax(0.002), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/adamax/"/>
/// <seealso href="https://arxiv.org/abs/1412.6980"/>
public class Adamax(
    LearningRate? learningRate = null,
    [ConfigName("beta_1")] double beta1 = 0.9,
    [ConfigName("beta_2")] double beta2 = 0.999,
    double epsilon = 1e-7,
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
    : Optimizer(Optimizers.LearningRate.Of(learningRate, 0.001, lr, decay), weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency,
        lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Exponential decay rate of the first moment, from 0 to 1.</summary>
    public double Beta1 { get; } = Guard.Fraction(beta1, nameof(Adamax), nameof(beta1));

    /// <summary>Decay rate of the infinity norm, from 0 to 1.</summary>
    public double Beta2 { get; } = Guard.Fraction(beta2, nameof(Adamax), nameof(beta2));

    /// <summary>Added to the root, so that nothing is divided by 0.</summary>
    public double Epsilon { get; } = Guard.NotNegative(epsilon, nameof(Adamax), nameof(epsilon));

    /// <inheritdoc/>
    protected override void AddSlots() => AddSlots("momentum", "norm");

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Tensor step = Ops.Cast(Updates + 1, variable.DType);
        Variable m = Slot("momentum", variable);
        Variable u = Slot("norm", variable);
        m.AssignAdd((gradient - m) * (1 - Beta1));
        u.Assign(Ops.Maximum(Beta2 * u.Value, Slices.Map(gradient, Ops.Abs)));
        variable.AssignSub(learningRate * m / ((1.0 - Ops.Power(Beta1, step)) * (u.Value + Epsilon)));
    }
}
