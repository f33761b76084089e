namespace NeuralOpt.Keras.Optimizers;

/// <summary>Adam whose weight decay is apart from the gradient.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable.</param>
/// <param name="beta1">Exponential decay rate of the first moment, from 0 to 1.</param>
/// <param name="beta2">Exponential decay rate of the second moment, from 0 to 1.</param>
/// <param name="epsilon">Added to the root, so that nothing is divided by 0.</param>
/// <param name="amsgrad">Whether the maximum second moment so far takes the place of the present one.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"adam_w"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new AdamW(1e-3, weightDecay: 0.004), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/adamw/"/>
/// <seealso href="https://arxiv.org/abs/1711.05101"/>
public class AdamW(
    LearningRate? learningRate = null,
    double? weightDecay = 0.004,
    [ConfigName("beta_1")] double beta1 = 0.9,
    [ConfigName("beta_2")] double beta2 = 0.999,
    double epsilon = 1e-7,
    bool amsgrad = false,
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
    public double Beta1 { get; } = Guard.Fraction(beta1, nameof(AdamW), nameof(beta1));

    /// <summary>Exponential decay rate of the second moment, from 0 to 1.</summary>
    public double Beta2 { get; } = Guard.Fraction(beta2, nameof(AdamW), nameof(beta2));

    /// <summary>Added to the root, so that nothing is divided by 0.</summary>
    public double Epsilon { get; } = Guard.NotNegative(epsilon, nameof(AdamW), nameof(epsilon));

    /// <summary>Whether the maximum second moment so far takes the place of the present one.</summary>
    public bool Amsgrad => amsgrad;

    /// <inheritdoc/>
    protected override void AddSlots()
    {
        AddSlots("momentum", "velocity");
        if (amsgrad)
        {
            AddSlots("velocity_hat");
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
        => AdamUpdate.Step(
            gradient, variable, Slot("momentum", variable), Slot("velocity", variable), amsgrad ? Slot("velocity_hat", variable) : null,
            learningRate, Updates, Beta1, Beta2, Epsilon);
}
