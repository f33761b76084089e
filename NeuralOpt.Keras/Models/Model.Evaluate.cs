using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

public partial class Model
{
    /// <summary>Loss and metrics on data.</summary>
    /// <param name="x">Inputs, (samples, ...).</param>
    /// <param name="y">Targets, (samples, ...).</param>
    /// <param name="batchSize">Samples a step; 32 by default.</param>
    /// <param name="verbose">0 nothing, 1 a progress bar, 2 a line; <c>"auto"</c> is 1.</param>
    /// <param name="sampleWeight">How much each sample counts, (samples).</param>
    /// <param name="steps">Batches to take; all by default. The end of the data ends it sooner, with a warning.</param>
    /// <param name="callbacks">Told what happens.</param>
    /// <param name="returnDict">Accepted as in Keras; the result is read by place and by name either way.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <returns>The loss first, then the metrics: <c>result[0]</c>, <c>result["accuracy"]</c>, <c>var (loss, accuracy) = result</c>.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled.</exception>
    /// <exception cref="ShapeException">Data does not fit the model, or lengths differ.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#evaluate-method"/>
    public virtual Evaluation Evaluate(
        Tensors? x = null,
        Tensors? y = null,
        int? batchSize = null,
        Verbose verbose = default,
        Tensors? sampleWeight = null,
        int? steps = null,
        IEnumerable<Callback>? callbacks = null,
        bool returnDict = false,
        CancellationToken cancellationToken = default)
    {
        RequireCompiled("Evaluate");
        int batch = Guard.AtLeast(1, batchSize, "Evaluate", "batchSize") ?? DefaultBatchSize;
        Guard.AtLeast(1, steps, "Evaluate", "steps");
        ArrayData data = DataOf(x, y, sampleWeight, "Evaluate");
        Prepare(data, "Evaluate", nameof(TestStep));
        TrainingBatches batches = new(data, batch, steps, shuffle: false, "Evaluate");
        return InOrder(Test(data, batches, Hooks(callbacks, verbose, history: null, epochs: 1, batches.Steps), cancellationToken));
    }

    /// <summary>Loss and metrics of one batch.</summary>
    /// <param name="x">Inputs of the batch.</param>
    /// <param name="y">Its targets.</param>
    /// <param name="sampleWeight">Weights of its samples.</param>
    /// <param name="returnDict">Accepted as in Keras; the result is read by place and by name either way.</param>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#test_on_batch-method"/>
    public virtual Evaluation TestOnBatch(Tensors x, Tensors? y = null, Tensors? sampleWeight = null, bool returnDict = false)
    {
        RequireCompiled("TestOnBatch");
        ArrayData data = DataOf(x, y, sampleWeight, "TestOnBatch");
        Prepare(data, "TestOnBatch", nameof(TestStep));
        ResetMetrics(TestFunction(data));
        return InOrder(TestFunction(data).Run(data.All)());
    }

    // The step knows which they are, where the user does not say how to set them back.
    private void ResetMetrics(Step step)
    {
        if (Overrides(nameof(ResetMetrics)))
        {
            ResetMetrics();
        }
        else
        {
            step.ResetMetrics();
        }
    }

    private Logs Test(ArrayData data, TrainingBatches batches, CallbackList hooks, CancellationToken cancellationToken)
    {
        ResetMetrics();
        Step step = TestFunction(data);
        StopEvaluating = false;
        hooks.Raise(static c => c.OnTestBegin(Logs.Empty));
        batches.StartEpoch(fromStart: true);
        Func<Logs> read = static () => [];
        for (int b = 0; b < batches.Steps && batches.Next(b) is { } batch; b++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hooks.BatchBegin(b, static (c, i) => c.OnTestBatchBegin(i, Logs.Empty));
            read = step.Run(batch);
            hooks.BatchEnd(b, static (c, i, logs) => c.OnTestBatchEnd(i, logs), static (bar, i, logs) => bar.Step(i, logs, test: true), read);
            if (StopEvaluating)
            {
                break;
            }
        }

        Logs result = read();
        hooks.Raise(c => c.OnTestEnd(result));
        return result;
    }

    private Evaluation InOrder(Logs logs) => new(InOrder([.. logs.Keys], _loss, _metrics), logs);

    // Keras's order: the loss, the metrics as compiled, the outputs' losses, and the rest by name.
    private static string[] InOrder(IReadOnlyCollection<string> logged, CompiledLoss? loss, CompiledMetrics? metrics)
    {
        string[] known = ["loss", .. metrics?.OwnNames ?? [], .. loss?.MeanNames ?? []];
        return [.. known.Where(logged.Contains).Distinct(), .. logged.Except(known).Order(StringComparer.Ordinal)];
    }
}
