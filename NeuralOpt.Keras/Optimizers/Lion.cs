namespace NeuralOpt.Keras.Optimizers;

/// <summary>Lion: each element moves by the sign of its momentum.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="beta1">Fraction of the momentum in the direction of a step, above 0 and at most 1.</param>
/// <param name="beta2">Decay rate of the momentum, from 0 to 1.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"lion"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new Lion(1e-4), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/lion/"/>
/// <seealso href="https://arxiv.org/abs/2302.06675"/>
public class Lion(
    LearningRate? learningRate = null,
    [ConfigName("beta_1")] double beta1 = 0.9,
    [ConfigName("beta_2")] double beta2 = 0.99,
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
    /// <summary>Fraction of the momentum in the direction of a step, above 0 and at most 1.</summary>
    public double Beta1 { get; } = Guard.Share(beta1, nameof(Lion), nameof(beta1));

    /// <summary>Decay rate of the momentum, from 0 to 1.</summary>
    public double Beta2 { get; } = Guard.Fraction(beta2, nameof(Lion), nameof(beta2));

    /// <inheritdoc/>
    protected override void AddSlots() => AddSlots("momentum");

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Variable m = Slot("momentum", variable);
        variable.AssignSub(learningRate * Ops.Sign((m.Value * Beta1) + (gradient * (1.0 - Beta1))));
        m.Assign((m.Value * Beta2) + (gradient * (1.0 - Beta2)));
    }
}
