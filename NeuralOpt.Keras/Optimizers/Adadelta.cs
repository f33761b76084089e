namespace NeuralOpt.Keras.Optimizers;

/// <summary>Adadelta: each element moves by its gradient times the ratio of the root mean squares of its changes and of its gradients.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="rho">Decay rate of the moving means, from 0 to 1.</param>
/// <param name="epsilon">Added below the roots, so that nothing is divided by 0.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"adadelta"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new Adadelta(1.0), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/adadelta/"/>
/// <seealso href="https://arxiv.org/abs/1212.5701"/>
public class Adadelta(
    LearningRate? learningRate = null,
    double rho = 0.95,
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
    /// <summary>Decay rate of the moving means, from 0 to 1.</summary>
    public double Rho { get; } = Guard.Fraction(rho, nameof(Adadelta), nameof(rho));

    /// <summary>Added below the roots, so that nothing is divided by 0.</summary>
    public double Epsilon { get; } = Guard.NotNegative(epsilon, nameof(Adadelta), nameof(epsilon));

    /// <inheritdoc/>
    protected override void AddSlots() => AddSlots("accumulated_grad", "accumulated_delta_var");

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Variable squares = Slot("accumulated_grad", variable);
        Variable changes = Slot("accumulated_delta_var", variable);
        squares.Assign((Rho * squares.Value) + ((1 - Rho) * Slices.Square(gradient)));
        Tensor delta = Slices.Map(
            gradient, Ops.Sqrt(changes.Value + Epsilon), Ops.Sqrt(squares.Value + Epsilon), static (g, change, square) => -(change * g / square));
        changes.Assign((Rho * changes.Value) + ((1 - Rho) * Slices.Square(delta)));
        variable.AssignAdd(learningRate * delta);
    }
}
