namespace NeuralOpt.Keras.Optimizers.Schedules;

/// <summary>One rate up to each boundary, another beyond it.</summary>
/// <example>
/// <code>
/// model.Compile(new SGD(new PiecewiseConstantDecay([1000, 2000], [0.1, 0.05, 0.01])), "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/learning_rate_schedules/piecewise_constant_decay/"/>
public class PiecewiseConstantDecay : LearningRateSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="boundaries">Steps, ascending; a boundary belongs to the rate before it.</param>
    /// <param name="values">The rates, one more than there are boundaries.</param>
    /// <param name="name">Name.</param>
    /// <exception cref="ArgumentException">The numbers of boundaries and rates do not fit, or the boundaries do not ascend.</exception>
    public PiecewiseConstantDecay(IReadOnlyList<double> boundaries, IReadOnlyList<double> values, string? name = "PiecewiseConstant")
    {
        if (Guard.NotNull(boundaries, "PiecewiseConstantDecay").Count == 0 || Guard.NotNull(values, "PiecewiseConstantDecay").Count == 0 || boundaries.Count != values.Count - 1)
        {
            throw new KerasArgumentException($"PiecewiseConstantDecay: there must be one value more than boundaries. Received: {boundaries.Count} boundaries, {values.Count} values.");
        }

        for (int i = 1; i < boundaries.Count; i++)
        {
            if (!(boundaries[i] > boundaries[i - 1]))
            {
                throw new KerasArgumentException($"PiecewiseConstantDecay: boundaries must ascend. Received: {string.Join(", ", boundaries)}.");
            }
        }

        foreach (double value in values)
        {
            Guard.NotNegative(value, nameof(PiecewiseConstantDecay), nameof(values));
        }

        Boundaries = [.. boundaries];
        Values = [.. values];
        Name = name;
    }

    /// <summary>The steps at which the rate changes.</summary>
    public IReadOnlyList<double> Boundaries { get; }

    /// <summary>The rates.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Name.</summary>
    public string? Name { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor step)
    {
        Tensor now = Ops.Cast(step, DType.Float32);
        Tensor rate = Tensor.ScalarOf(Values[^1], DType.Float32);
        for (int i = Boundaries.Count - 1; i >= 0; i--)
        {
            rate = Ops.Where(now <= Boundaries[i], Values[i], rate);
        }

        return rate;
    }
}
