using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

public partial class Model
{
    private Function? _predictStep;
    private IReadOnlyList<string>? _predictNames;

    /// <summary>Predictions of a model with one output.</summary>
    /// <param name="x">Inputs, (samples, ...).</param>
    /// <param name="batchSize">Samples a step; 32 by default.</param>
    /// <param name="verbose">0 nothing, 1 a progress bar, 2 a line; <c>"auto"</c> is 1.</param>
    /// <param name="steps">Batches to take; all by default.</param>
    /// <param name="callbacks">Told what happens.</param>
    /// <returns>(samples, ...), what the model gives.</returns>
    /// <exception cref="ShapeException">Data does not fit the model.</exception>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#predict-method"/>
    public Tensor Predict(Tensors x, int? batchSize = null, Verbose verbose = default, int? steps = null, IReadOnlyList<Callback>? callbacks = null)
    {
        Tensors predictions = PredictMany(x, batchSize, verbose, steps, callbacks);
        return predictions.Count == 1
            ? predictions[0]
            : throw new KerasInvalidOperationException($"Model '{Name}': a model of {predictions.Count} outputs predicts with PredictMany.");
    }

    /// <summary>Predictions of a model with several outputs.</summary>
    /// <param name="x">Inputs, (samples, ...).</param>
    /// <param name="batchSize">Samples a step; 32 by default.</param>
    /// <param name="verbose">0 nothing, 1 a progress bar, 2 a line; <c>"auto"</c> is 1.</param>
    /// <param name="steps">Batches to take; all by default.</param>
    /// <param name="callbacks">Told what happens.</param>
    /// <returns>One tensor an output.</returns>
    public Tensors PredictMany(Tensors x, int? batchSize = null, Verbose verbose = default, int? steps = null, IReadOnlyList<Callback>? callbacks = null)
    {
        int batch = Guard.AtLeast(1, batchSize, "Predict", "batchSize") ?? DefaultBatchSize;
        ArrayData data = new(x, null, null, "Predict");
        Prepare(data, "Predict");
        int count = Guard.AtLeast(1, steps, "Predict", "steps") ?? (data.Count + batch - 1) / batch;
        CallbackList hooks = Hooks(callbacks, verbose, history: null, epochs: 1, count);
        hooks.Raise(static c => c.OnPredictBegin(Logs.Empty));
        TrainingBatches batches = new(data, batch, shuffle: false);
        Func<Tensor[], Tensor[]> step = PredictFunction(data);
        List<Tensor[]> parts = [];
        for (int b = 0; b < count; b++)
        {
            hooks.BatchBegin(b, static (c, i) => c.OnPredictBatchBegin(i, Logs.Empty));
            Tensor[] outputs = step(batches.Next());
            parts.Add(outputs);
            hooks.BatchEnd(b, static (c, i, logs) => c.OnPredictBatchEnd(i, logs), static (bar, i, logs) => bar.Step(i, logs, test: false), () => new() { Outputs = outputs });
        }

        hooks.Raise(static c => c.OnPredictEnd(Logs.Empty));
        return (Tensor[])[.. Enumerable.Range(0, parts[0].Length).Select(i => Ops.Concatenate([.. parts.Select(p => p[i])]))];
    }

    /// <summary>Predictions for one batch.</summary>
    /// <param name="x">Inputs of the batch.</param>
    /// <returns>What the model gives.</returns>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#predict_on_batch-method"/>
    public Tensor PredictOnBatch(Tensors x)
    {
        ArrayData data = new(x, null, null, "PredictOnBatch");
        Prepare(data, "PredictOnBatch");
        return ((Tensors)PredictFunction(data)(data.All)).Single();
    }

    private Func<Tensor[], Tensor[]> PredictFunction(ArrayData data)
    {
        IReadOnlyList<string>? names = data.X.Names;
        if (_compiled?.RunEagerly == true)
        {
            return flat => PredictStep(Named(Array.ConvertAll(flat, static t => new Tensor(t.Spec, t.Buffer.Copy())), names)).ToArray();
        }

        if (_predictStep is null || !SameNames(names, _predictNames))
        {
            (_predictStep, _predictNames) = (Function.Compile(flat => PredictStep(Named(flat, names)).ToArray()), names);
        }

        return _predictStep.Call;
    }
}
