namespace NeuralOpt.Keras.Optimizers;

/// <summary>RMSprop: each element moves by its gradient over the root of the mean of its squared gradients.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="rho">Decay rate of the moving mean, from 0 to 1.</param>
/// <param name="momentum">Momentum: the fraction of the last update that is added to the next, from 0 to 1.</param>
/// <param name="epsilon">Added below the root, so that nothing is divided by 0.</param>
/// <param name="centered">Whether the square of the mean gradient is taken off, which leaves the variance.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"rm_sprop"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <remarks><c>v = rho v + (1 - rho) g^2; w = w - learningRate g / sqrt(v + epsilon)</c>.</remarks>
/// <example>
/// <code>
/// model.Compile(optimizer: new RMSprop(0.001, rho: 0.9), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/rmsprop/"/>
public class RMSprop(
    LearningRate? learningRate = null,
    double rho = 0.9,
    double momentum = 0.0,
    double epsilon = 1e-7,
    bool centered = false,
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
    /// <summary>Decay rate of the moving mean, from 0 to 1.</summary>
    public double Rho { get; } = Guard.Fraction(rho, nameof(RMSprop), nameof(rho));

    /// <summary>Momentum: the fraction of the last update that is added to the next, from 0 to 1.</summary>
    public double Momentum { get; } = Guard.Fraction(momentum, nameof(RMSprop), nameof(momentum));

    /// <summary>Added below the root, so that nothing is divided by 0.</summary>
    public double Epsilon { get; } = Guard.NotNegative(epsilon, nameof(RMSprop), nameof(epsilon));

    /// <summary>Whether the square of the mean gradient is taken off, which leaves the variance.</summary>
    public bool Centered => centered;

    /// <inheritdoc/>
    protected override void AddSlots()
    {
        AddSlots("velocity");
        if (Momentum > 0)
        {
            AddSlots("momentum");
        }

        if (centered)
        {
            AddSlots("average_gradient");
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Variable velocity = Slot("velocity", variable);
        velocity.Assign((Rho * velocity.Value) + ((1 - Rho) * Slices.Square(gradient)));
        Tensor denominator = velocity.Value + Epsilon;
        if (centered)
        {
            Variable average = Slot("average_gradient", variable);
            average.Assign((Rho * average.Value) + ((1 - Rho) * gradient));
            denominator = velocity - Ops.Square(average) + Epsilon;
        }

        Tensor increment = learningRate * gradient / Ops.Sqrt(denominator);
        if (Momentum > 0)
        {
            Variable momentum = Slot("momentum", variable);
            momentum.Assign((Momentum * momentum.Value) + increment);
            increment = momentum;
        }

        variable.AssignSub(increment);
    }
}
