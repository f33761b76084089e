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
    /// <param name="steps">Batches to take; all by default.</param>
    /// <param name="callbacks">Told what happens.</param>
    /// <returns>The loss first, then the metrics: <c>result[0]</c>, <c>result["accuracy"]</c>, <c>var (loss, accuracy) = result</c>.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled.</exception>
    /// <exception cref="ShapeException">Data does not fit the model, or lengths differ.</exception>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#evaluate-method"/>
    public Evaluation Evaluate(
        Tensors x,
        Tensors? y = null,
        int? batchSize = null,
        Verbose verbose = default,
        Tensors? sampleWeight = null,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null)
    {
        RequireCompiled("Evaluate");
        int batch = Guard.AtLeast(1, batchSize, "Evaluate", "batchSize") ?? DefaultBatchSize;
        ArrayData data = new(x, y, sampleWeight, "Evaluate");
        Prepare(data, "Evaluate");
        int count = Guard.AtLeast(1, steps, "Evaluate", "steps") ?? (data.Count + batch - 1) / batch;
        return InOrder(Test(data, batch, count, Hooks(callbacks, verbose, history: null, epochs: 1, count)));
    }

    /// <summary>Loss and metrics on one batch; metrics go on from call to call, as in Keras.</summary>
    /// <param name="x">Inputs of the batch.</param>
    /// <param name="y">Its targets.</param>
    /// <param name="sampleWeight">Weights of its samples.</param>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#test_on_batch-method"/>
    public Evaluation TestOnBatch(Tensors x, Tensors? y = null, Tensors? sampleWeight = null)
    {
        RequireCompiled("TestOnBatch");
        ArrayData data = new(x, y, sampleWeight, "TestOnBatch");
        Prepare(data, "TestOnBatch");
        return InOrder(TestFunction(data).Run(data.All)());
    }

    private Logs Validate(ArrayData data, int batch, int? steps, CallbackList hooks)
        => Test(data, batch, steps ?? (data.Count + batch - 1) / batch, hooks);

    private Logs Test(ArrayData data, int batch, int steps, CallbackList hooks)
    {
        ResetMetrics();
        Step step = TestFunction(data);
        hooks.Raise(static c => c.OnTestBegin(Logs.Empty));
        TrainingBatches batches = new(data, batch, shuffle: false);
        Func<Logs> read = static () => [];
        for (int b = 0; b < steps; b++)
        {
            hooks.BatchBegin(b, static (c, i) => c.OnTestBatchBegin(i, Logs.Empty));
            read = step.Run(batches.Next());
            hooks.BatchEnd(b, static (c, i, logs) => c.OnTestBatchEnd(i, logs), static (bar, i, logs) => bar.Step(i, logs, test: true), read);
        }

        Logs result = read();
        hooks.Raise(c => c.OnTestEnd(result));
        return result;
    }

    // Keras's order: the loss, the metrics as compiled, the outputs' losses, and the rest by name.
    private Evaluation InOrder(Logs logs)
    {
        string[] known = ["loss", .. _metrics?.OwnNames ?? [], .. _loss?.Means.Select(m => m.Name) ?? []];
        string[] names = [.. known.Where(logs.ContainsKey).Distinct(), .. logs.Keys.Except(known)];
        return new(names, [.. names.Select(n => logs[n])]);
    }
}
