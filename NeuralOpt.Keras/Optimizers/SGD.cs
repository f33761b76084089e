namespace NeuralOpt.Keras.Optimizers;

/// <summary>Gradient descent, with momentum if asked for: <c>v = momentum * v - learningRate * g; w = w + v</c>.</summary>
/// <param name="learningRate">A number or a schedule; 0.01 by default.</param>
/// <param name="momentum">Momentum: the fraction of the last update that is added to the next, from 0 to 1.</param>
/// <param name="nesterov">Whether the gradient counts as taken after the momentum: <c>w = w + momentum * v - learningRate * g</c>.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"sgd"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new SGD(0.01, momentum: 0.9, nesterov: true), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/sgd/"/>
public class SGD(
    LearningRate? learningRate = null,
    double momentum = 0.0,
    bool nesterov = false,
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
    : Optimizer(Optimizers.LearningRate.Of(learningRate, 0.01, lr, decay), weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency,
        lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Momentum: the fraction of the last update that is added to the next.</summary>
    public double Momentum { get; } = Guard.Fraction(momentum, nameof(SGD), nameof(momentum));

    /// <summary>Whether the gradient counts as taken after the momentum.</summary>
    public bool Nesterov => nesterov;

    /// <inheritdoc/>
    protected override void AddSlots()
    {
        if (Momentum != 0)
        {
            AddSlots("momentum");
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        if (Momentum == 0)
        {
            variable.AssignSub(learningRate * gradient);
            return;
        }

        Variable v = Slot("momentum", variable);
        v.Assign((Momentum * v.Value) - (gradient * learningRate));
        variable.AssignAdd(nesterov ? (Momentum * v.Value) - (gradient * learningRate) : v);
    }
}
