using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Callbacks;

/// <summary>Sets the learning rate at the start of each epoch.</summary>
/// <param name="schedule">From the epoch, counted from 0, and the rate so far to the new rate.</param>
/// <param name="verbose">1 prints each rate.</param>
/// <remarks>The rate of each epoch is logged as <c>learning_rate</c>.</remarks>
/// <example>
/// <code>
/// model.Fit(x, y, epochs: 10, callbacks: new LearningRateScheduler(epoch =&gt; 0.1 / (epoch + 1)));
/// model.Fit(x, y, epochs: 10, callbacks: new LearningRateScheduler((epoch, rate) =&gt; epoch &lt; 5 ? rate : rate * 0.9));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/callbacks/learning_rate_scheduler/"/>
public class LearningRateScheduler([ConfigName(null)] Func<int, double, double> schedule, int verbose = 0) : Callback
{
    /// <summary>Sets the learning rate by the epoch alone: <c>new LearningRateScheduler(epoch =&gt; 0.1 / (epoch + 1))</c>.</summary>
    /// <param name="schedule">From the epoch, counted from 0, to the new rate.</param>
    /// <param name="verbose">1 prints each rate.</param>
    [OverloadResolutionPriority(-1)]
    public LearningRateScheduler(Func<int, double> schedule, int verbose = 0)
        : this(schedule is null ? null! : (epoch, _) => schedule(epoch), verbose)
    {
    }

    /// <summary>From the epoch and the rate so far to the new rate.</summary>
    public Func<int, double, double> Schedule { get; } = Guard.NotNull(schedule, "LearningRateScheduler", "schedule");

    /// <summary>Whether each rate is printed.</summary>
    public int Verbose { get; } = verbose;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs)
    {
        double rate = Schedule(epoch, Model.Optimizer!.LearningRate);
        Model.Optimizer.LearningRate = Guard.NotNegative(rate, "LearningRateScheduler", "what the schedule returns");
        if (Verbose > 0)
        {
            Console.Out.Write($"\nEpoch {epoch + 1}: LearningRateScheduler setting learning rate to {PythonNumber.Repr(rate)}.\n");
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => (logs ?? [])["learning_rate"] = Model.Optimizer!.LearningRate;
}
