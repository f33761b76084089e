namespace NeuralOpt.Keras.Optimizers;

/// <summary>Adagrad: each element moves by its gradient over the root of the sum of its squared gradients.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="initialAccumulatorValue">What the sums of squares start from, at least 0.</param>
/// <param name="epsilon">Added below the root, so that nothing is divided by 0.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"adagrad"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new Adagrad(0.01), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/adagrad/"/>
/// <seealso href="https://www.jmlr.org/papers/volume12/duchi11a/duchi11a.pdf"/>
public class Adagrad(
    LearningRate? learningRate = null,
    double initialAccumulatorValue = 0.1,
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
    /// <summary>What the sums of squares start from, at least 0.</summary>
    public double InitialAccumulatorValue { get; } = Guard.NotNegative(initialAccumulatorValue, nameof(Adagrad), nameof(initialAccumulatorValue));

    /// <summary>Added below the root, so that nothing is divided by 0.</summary>
    public double Epsilon { get; } = Guard.NotNegative(epsilon, nameof(Adagrad), nameof(epsilon));

    /// <inheritdoc/>
    protected override void AddSlots()
    {
        foreach (Variable variable in Trained)
        {
            AddSlot("accumulator", variable, InitialAccumulatorValue);
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Variable sum = Slot("accumulator", variable);
        sum.AssignAdd(Slices.Square(gradient));
        variable.AssignSub(learningRate * gradient / Ops.Sqrt(sum.Value + Epsilon));
    }
}
