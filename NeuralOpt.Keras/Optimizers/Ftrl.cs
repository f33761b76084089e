namespace NeuralOpt.Keras.Optimizers;

/// <summary>FTRL: follows the regularised leader, made for wide and sparse linear models.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="learningRatePower">How fast the rate falls, at most 0; 0 keeps it.</param>
/// <param name="initialAccumulatorValue">What the sums of squares start from, at least 0.</param>
/// <param name="l1RegularizationStrength">Strength of the L1 penalty, at least 0.</param>
/// <param name="l2RegularizationStrength">Strength of the L2 penalty that steadies, at least 0.</param>
/// <param name="l2ShrinkageRegularizationStrength">Strength of the L2 penalty on the size, at least 0.</param>
/// <param name="beta">The paper's beta.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"ftrl"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new Ftrl(0.01), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/ftrl/"/>
/// <seealso href="https://research.google.com/pubs/archive/41159.pdf"/>
public class Ftrl(
    LearningRate? learningRate = null,
    double learningRatePower = -0.5,
    double initialAccumulatorValue = 0.1,
    [ConfigName("l1_regularization_strength")] double l1RegularizationStrength = 0.0,
    [ConfigName("l2_regularization_strength")] double l2RegularizationStrength = 0.0,
    [ConfigName("l2_shrinkage_regularization_strength")] double l2ShrinkageRegularizationStrength = 0.0,
    double beta = 0.0,
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
    /// <summary>How fast the rate falls, at most 0; 0 keeps it.</summary>
    public double LearningRatePower { get; } = Guard.NotPositive(learningRatePower, nameof(Ftrl), nameof(learningRatePower));

    /// <summary>What the sums of squares start from, at least 0.</summary>
    public double InitialAccumulatorValue { get; } = Guard.NotNegative(initialAccumulatorValue, nameof(Ftrl), nameof(initialAccumulatorValue));

    /// <summary>Strength of the L1 penalty, at least 0.</summary>
    public double L1RegularizationStrength { get; } = Guard.NotNegative(l1RegularizationStrength, nameof(Ftrl), nameof(l1RegularizationStrength));

    /// <summary>Strength of the L2 penalty that steadies, at least 0.</summary>
    public double L2RegularizationStrength { get; } = Guard.NotNegative(l2RegularizationStrength, nameof(Ftrl), nameof(l2RegularizationStrength));

    /// <summary>Strength of the L2 penalty on the size, at least 0.</summary>
    public double L2ShrinkageRegularizationStrength { get; } = Guard.NotNegative(l2ShrinkageRegularizationStrength, nameof(Ftrl), nameof(l2ShrinkageRegularizationStrength));

    /// <summary>The paper's beta.</summary>
    public double Beta { get; } = Guard.NotNegative(beta, nameof(Ftrl), nameof(beta));

    /// <inheritdoc/>
    protected override void AddSlots()
    {
        foreach (Variable variable in Trained)
        {
            AddSlot("accumulator", variable, InitialAccumulatorValue);
            AddSlot("linear", variable);
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Variable sum = Slot("accumulator", variable);
        Variable linear = Slot("linear", variable);
        Tensor grown = sum + Slices.Square(gradient);
        Tensor power = Ops.Power(grown, -LearningRatePower);
        Tensor shrunk = gradient + (2 * L2ShrinkageRegularizationStrength * variable.Value);
        linear.AssignAdd(shrunk - ((power - Ops.Power(sum, -LearningRatePower)) / learningRate * variable));
        Tensor l2 = L2RegularizationStrength + (Beta / (2.0 * learningRate));
        Tensor clipped = Ops.Clip(linear, -L1RegularizationStrength, L1RegularizationStrength);
        variable.Assign((clipped - linear) / ((power / learningRate) + (2.0 * l2)));
        sum.Assign(grown);
    }
}
