using System.Diagnostics.CodeAnalysis;
using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Optimizers;

/// <summary>Changes variables against their gradients, step by step.</summary>
/// <remarks>
/// Derive from it: name the slots in <see cref="AddSlots()"/>, write the formula in <see cref="UpdateStep"/> in ops.
/// Clipping, weight decay, moving averages, gradient accumulation and loss scaling are done here. Names such as <c>"adam"</c> convert to an optimizer.
/// </remarks>
/// <example>
/// <code>
/// class Descent(double learningRate) : Optimizer(learningRate)
/// {
///     protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
///         =&gt; AssignSub(variable, learningRate * gradient);
/// }
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/"/>
public abstract partial class Optimizer : IConfigurable
{
    private readonly List<Variable> _variables = [];
    private readonly LearningRateSchedule? _schedule;

    /// <summary>Called by a derived class.</summary>
    /// <param name="learningRate">A number or a schedule.</param>
    /// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
    /// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
    /// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
    /// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
    /// <param name="useEma">Whether moving averages of the variables are kept.</param>
    /// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
    /// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end of the training only.</param>
    /// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
    /// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
    /// <param name="name">Name; the class's in snake case, counted up, by default.</param>
    /// <exception cref="ArgumentException">A value is outside its range, or more than one way of clipping is asked for.</exception>
    protected Optimizer(
        LearningRate learningRate,
        double? weightDecay = null,
        double? clipnorm = null,
        double? clipvalue = null,
        double? globalClipnorm = null,
        bool useEma = false,
        double emaMomentum = 0.99,
        int? emaOverwriteFrequency = null,
        double? lossScaleFactor = null,
        int? gradientAccumulationSteps = null,
        string? name = null)
    {
        string me = GetType().Name;
        Name = name ?? Session.Current.UniqueName(NamingRule.SnakeCase(me));
        WeightDecay = Guard.NotNegative(weightDecay, me, "weightDecay");
        Clipnorm = Guard.NotNegative(clipnorm, me, "clipnorm");
        Clipvalue = Guard.NotNegative(clipvalue, me, "clipvalue");
        GlobalClipnorm = Guard.NotNegative(globalClipnorm, me, "globalClipnorm");
        UseEma = useEma;
        EmaMomentum = Guard.Fraction(emaMomentum, me, "emaMomentum");
        EmaOverwriteFrequency = Guard.AtLeast(1, emaOverwriteFrequency, me, "emaOverwriteFrequency");
        LossScaleFactor = Guard.NotNegative(lossScaleFactor, me, "lossScaleFactor");
        GradientAccumulationSteps = Guard.AtLeast(2, gradientAccumulationSteps, me, "gradientAccumulationSteps");
        if ((clipnorm is null ? 0 : 1) + (clipvalue is null ? 0 : 1) + (globalClipnorm is null ? 0 : 1) > 1)
        {
            throw new KerasArgumentException(
                $"{me}: at most one of clipnorm, clipvalue and globalClipnorm must be given. Received: clipnorm={clipnorm}, clipvalue={clipvalue}, globalClipnorm={globalClipnorm}.");
        }

        Iterations = AddVariable("iteration", Tensor.ScalarOf(0, DType.Int64));
        _schedule = learningRate.Schedule;
        if (_schedule is null)
        {
            LearningRateVariable = AddVariable("learning_rate", Tensor.ScalarOf(learningRate.Value, DType.Float32));
        }
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Fraction of a variable, times the learning rate, that each step takes off; null for none.</summary>
    public double? WeightDecay { get; }

    /// <summary>Maximum norm of a variable's gradient; null for any.</summary>
    public double? Clipnorm { get; }

    /// <summary>Maximum absolute value of a gradient's elements; null for any.</summary>
    public double? Clipvalue { get; }

    /// <summary>Maximum norm of all gradients together; null for any.</summary>
    public double? GlobalClipnorm { get; }

    /// <summary>Whether moving averages of the variables are kept.</summary>
    public bool UseEma { get; }

    /// <summary>Momentum of the moving average.</summary>
    public double EmaMomentum { get; }

    /// <summary>After how many steps the variables are set to their averages; null for at the end only.</summary>
    public int? EmaOverwriteFrequency { get; }

    /// <summary>The loss is multiplied by it and the gradients divided; null for 1.</summary>
    public double? LossScaleFactor { get; }

    /// <summary>Number of steps whose mean gradient makes one update; null for each step by itself.</summary>
    public int? GradientAccumulationSteps { get; }

    /// <summary>Number of steps done, int64.</summary>
    public Variable Iterations { get; }

    /// <summary>The learning rate now. It can be set unless a schedule gives it.</summary>
    /// <exception cref="InvalidOperationException">The rate is set though a schedule gives it.</exception>
    public double LearningRate
    {
        get => LearningRateVariable is { } rate ? rate.State.Read().Item() : _schedule!.Apply(Iterations.State.Read()).Item();
        set
        {
            Guard.NotNegative(value, GetType().Name, "LearningRate");
            (LearningRateVariable ?? throw new KerasInvalidOperationException(
                $"{GetType().Name}: the learning rate must not be set where a schedule gives it. Received: {value} besides a {_schedule!.GetType().Name}."))
                .Assign(Tensor.ScalarOf(value, DType.Float32));
        }
    }

    /// <summary>Keras 2's name of <see cref="LearningRate"/>.</summary>
    public double Lr
    {
        get => LearningRate;
        set => LearningRate = value;
    }

    /// <summary>The decay that was given in Keras 2's spelling, as part of the schedule now; null for none.</summary>
    public double? Decay => _schedule is InverseTimeDecay { DecaySteps: 1, Staircase: false } inverse ? inverse.DecayRate : null;

    /// <summary>The state in Keras's order: iterations, learning rate, then the slots, variable by variable.</summary>
    public IReadOnlyList<Variable> Variables => _variables;

    /// <summary>The variable behind the learning rate; null where a schedule gives it.</summary>
    internal Variable? LearningRateVariable { get; }

    /// <summary>The constructor's argument: the schedule, or the rate now.</summary>
    internal LearningRate LearningRateArgument => _schedule is { } schedule ? schedule : LearningRate;

    /// <summary>Whether a schedule gives the learning rate.</summary>
    private protected bool HasSchedule => _schedule is not null;

    /// <summary>The learning rate as part of a step.</summary>
    private Tensor CurrentRate => LearningRateVariable is { } rate ? rate.Value : _schedule!.Apply(Iterations);

    /// <summary>Multiplies the loss by the scale whose inverse <see cref="Apply"/> applies to the gradients.</summary>
    /// <param name="loss">The loss.</param>
    /// <returns>Shape and dtype of the loss.</returns>
    public Tensor ScaleLoss(Tensor loss) => LossScaleFactor is { } scale ? loss * scale : loss;

    /// <summary>The optimizer of that name, with default arguments.</summary>
    /// <param name="name">Keras's name, such as <c>"adam"</c>. Null stays null.</param>
    /// <exception cref="ArgumentException">No optimizer has that name; the message lists those that exist.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Optimizer?(string? name) => name is null ? null : Registry.Create<Optimizer>(name);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);

    private Variable AddVariable(string name, Tensor value)
    {
        Variable variable = new(value, trainable: false, name: name) { Path = $"{Name}/{name}" };
        _variables.Add(variable);
        return variable;
    }
}
