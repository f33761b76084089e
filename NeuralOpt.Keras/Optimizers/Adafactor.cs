namespace NeuralOpt.Keras.Optimizers;

/// <summary>Adafactor: Adam that keeps row and column means in place of a whole second moment.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="beta2Decay">Exponent by which the decay of the second moment approaches 1.</param>
/// <param name="epsilon1">Added to the squares, so that nothing is divided by 0.</param>
/// <param name="epsilon2">Least root mean square of a variable that the step is scaled by.</param>
/// <param name="clipThreshold">Maximum root mean square of a step before its scaling.</param>
/// <param name="relativeStep">Whether a constant rate is limited to one over the root of the step.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"adafactor"</c> by default.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new Adafactor(0.001), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/adafactor/"/>
/// <seealso href="https://arxiv.org/abs/1804.04235"/>
public class Adafactor(
    LearningRate? learningRate = null,
    [ConfigName("beta_2_decay")] double beta2Decay = -0.8,
    [ConfigName("epsilon_1")] double epsilon1 = 1e-30,
    [ConfigName("epsilon_2")] double epsilon2 = 1e-3,
    double clipThreshold = 1.0,
    bool relativeStep = true,
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
    /// <summary>Exponent by which the decay of the second moment approaches 1.</summary>
    public double Beta2Decay { get; } = Guard.Finite(beta2Decay, nameof(Adafactor), nameof(beta2Decay));

    /// <summary>Added to the squares, so that nothing is divided by 0.</summary>
    public double Epsilon1 { get; } = Guard.NotNegative(epsilon1, nameof(Adafactor), nameof(epsilon1));

    /// <summary>Least root mean square of a variable that the step is scaled by.</summary>
    public double Epsilon2 { get; } = Guard.NotNegative(epsilon2, nameof(Adafactor), nameof(epsilon2));

    /// <summary>Maximum root mean square of a step before its scaling.</summary>
    public double ClipThreshold { get; } = Guard.NotNegative(clipThreshold, nameof(Adafactor), nameof(clipThreshold));

    /// <summary>Whether a constant rate is limited to one over the root of the step.</summary>
    public bool RelativeStep => relativeStep;

    /// <inheritdoc/>
    protected override void AddSlots()
    {
        foreach (Variable variable in Trained)
        {
            Shape shape = variable.Shape;
            bool factored = shape.Rank >= 2;
            Variable r = AddSlot("r", variable, variable.Name, Ops.Zeros(factored ? shape[..^1] : default(Shape), variable.DType));
            Variable c = AddSlot("c", variable, variable.Name, Ops.Zeros(factored ? shape[..^2].Concat(shape[^1..]) : default(Shape), variable.DType));
            if (!factored)
            {
                // Vectors keep two unused scalars, as in Keras's files.
                r.Path = c.Path = variable.Name;
            }

            AddSlot("velocity", variable);
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Tensor step = Ops.Cast(Updates + 1, variable.DType);
        Tensor relative = 1.0 / Ops.Sqrt(step);
        Tensor rate = Ops.Minimum(HasSchedule || !relativeStep ? learningRate : Ops.Minimum(learningRate, relative), relative);
        rate = Ops.Maximum(Epsilon2, Ops.Sqrt(Ops.Mean(Ops.Square(variable)))) * rate;
        Tensor squares = Slices.Square(gradient) + Epsilon1;
        Tensor decay = 1.0 - Ops.Power(step, Beta2Decay);
        Variable v = Slot("velocity", variable);
        if (variable.Shape.Rank >= 2)
        {
            Variable r = Slot("r", variable);
            Variable c = Slot("c", variable);
            r.Assign((decay * r) + ((1.0 - decay) * Ops.Mean(squares, -1)));
            c.Assign((decay * c) + ((1.0 - decay) * Ops.Mean(squares, -2)));
            v.Assign(Ops.ExpandDims(r / Ops.Mean(r, -1, keepdims: true), -1) * Ops.ExpandDims(c, -2));
        }
        else
        {
            v.Assign((decay * v) + ((1.0 - decay) * squares));
        }

        Tensor root = Ops.Sqrt(v);
        Tensor update = Slices.Map(gradient, root, root, static (g, s, _) => g / s);
        Tensor size = Ops.Sqrt(Slices.SumOfSquares(update) / (double)variable.Shape.Size());
        Tensor limit = Ops.Maximum(1.0, size / ClipThreshold);
        variable.AssignSub(rate * Slices.Map(update, u => u / limit));
    }
}
