namespace NeuralOpt.Keras.Optimizers;

/// <summary>Nadam: Adam with Nesterov momentum.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="beta1">Exponential decay rate of the first moment, from 0 to 1.</param>
/// <param name="beta2">Exponential decay rate of the second moment, from 0 to 1.</param>
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
/// <param name="name">Name; <c>"nadam"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new Nadam(0.001), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/Nadam/"/>
/// <seealso href="https://cs229.stanford.edu/proj2015/054_report.pdf"/>
public class Nadam(
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
    public double Beta1 { get; } = Guard.Fraction(beta1, nameof(Nadam), nameof(beta1));

    /// <summary>Exponential decay rate of the second moment, from 0 to 1.</summary>
    public double Beta2 { get; } = Guard.Fraction(beta2, nameof(Nadam), nameof(beta2));

    /// <summary>Added to the root, so that nothing is divided by 0.</summary>
    public double Epsilon { get; } = Guard.NotNegative(epsilon, nameof(Nadam), nameof(epsilon));

    private Variable? _product;

    /// <inheritdoc/>
    protected override void AddSlots()
    {
        AddSlots("momentum", "velocity");
        _product = AddState("variable", 1);
        _product.Path = "variable";
    }

    private protected override void BeforeUpdate() => _product!.Assign(_product.Value * Share(Ops.Cast(Updates + 1, DType.Float32)));

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Tensor step = Ops.Cast(Updates + 1, variable.DType);
        Tensor now = Share(step);
        Tensor next = Share(Ops.Cast(Updates + 2, variable.DType));
        Tensor product = Ops.Cast(_product!, variable.DType);
        Variable m = Slot("momentum", variable);
        Variable v = Slot("velocity", variable);
        m.AssignAdd((gradient - m) * (1 - Beta1));
        v.AssignAdd((Slices.Square(gradient) - v) * (1 - Beta2));
        Tensor first = (next * m / (1.0 - (product * next))) + ((1.0 - now) * gradient / (1.0 - product));
        Tensor second = v / (1.0 - Ops.Power(Beta2, step));
        variable.AssignSub(first * learningRate / (Ops.Sqrt(second) + Epsilon));
    }

    // The momentum of a step, which grows towards beta1.
    private Tensor Share(Tensor step) => Beta1 * (1.0 - (0.5 * Ops.Power(0.96, step)));
}
