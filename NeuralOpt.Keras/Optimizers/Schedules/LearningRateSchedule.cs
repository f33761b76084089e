using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Optimizers.Schedules;

/// <summary>A learning rate that changes with the step.</summary>
/// <remarks>Derive from it and write <see cref="Call"/> in ops: it becomes part of the compiled training step.</remarks>
/// <example>
/// <code>
/// class Warmup(double rate, double steps) : LearningRateSchedule
/// {
///     protected override Tensor Call(Tensor step) =&gt; rate * Ops.Minimum(Ops.Cast(step, DType.Float32) / steps, 1.0);
/// }
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/learning_rate_schedules/learning_rate_schedule/"/>
public abstract class LearningRateSchedule : IConfigurable
{
    /// <summary>The learning rate of a step: Python's <c>schedule(step)</c>.</summary>
    /// <param name="step">Number of steps done, a scalar.</param>
    /// <returns>A scalar, float32.</returns>
    public Tensor Apply(Tensor step) => Ops.Cast(Call(step), DType.Float32);

    /// <summary>The learning rate of a step: what a derived class is about.</summary>
    /// <param name="step">Number of steps done, a scalar.</param>
    /// <returns>A scalar.</returns>
    protected abstract Tensor Call(Tensor step);

    /// <summary>The constructor's arguments under Keras's keys, from which the schedule can be made again; override it for anything else.</summary>
    public virtual JsonObject GetConfig() => ObjectConfig.Get(this);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);
}
