using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

public partial class Model
{
    private volatile Predictor? _predictStep;

    /// <summary>Predictions of a model with one output.</summary>
    /// <param name="x">Inputs, (samples, ...).</param>
    /// <param name="batchSize">Samples a step; 32 by default.</param>
    /// <param name="verbose">0 nothing, 1 a progress bar, 2 a line; <c>"auto"</c> is 1.</param>
    /// <param name="steps">Batches to take; all by default. The end of the data ends it sooner, with a warning.</param>
    /// <param name="callbacks">Told what happens.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <returns>(samples, ...), what the model gives.</returns>
    /// <exception cref="ShapeException">Data does not fit the model.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#predict-method"/>
    public virtual Tensor Predict(
        Tensors x,
        int? batchSize = null,
        Verbose verbose = default,
        int? steps = null,
        IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellationToken = default)
    {
        Tensors predictions = PredictMany(x, batchSize, verbose, steps, callbacks, cancellationToken);
        return predictions.Count == 1
            ? predictions[0]
            : throw new KerasInvalidOperationException($"Model '{Name}': a model of {predictions.Count} outputs predicts with PredictMany.");
    }

    /// <summary>Predictions of a model with several outputs.</summary>
    /// <param name="x">Inputs, (samples, ...).</param>
    /// <param name="batchSize">Samples a step; 32 by default.</param>
    /// <param name="verbose">0 nothing, 1 a progress bar, 2 a line; <c>"auto"</c> is 1.</param>
    /// <param name="steps">Batches to take; all by default. The end of the data ends it sooner, with a warning.</param>
    /// <param name="callbacks">Told what happens.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <returns>One tensor an output, with names where the model gives a dictionary.</returns>
    public virtual Tensors PredictMany(
        Tensors x,
        int? batchSize = null,
        Verbose verbose = default,
        int? steps = null,
        IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellationToken = default)
    {
        int batch = Guard.AtLeast(1, batchSize, "Predict", "batchSize") ?? DefaultBatchSize;
        Guard.AtLeast(1, steps, "Predict", "steps");
        ArrayData data = DataOf(x, null, null, "Predict");
        Prepare(data, "Predict", nameof(PredictStep));
        TrainingBatches batches = new(data, batch, steps, shuffle: false, "Predict");
        CallbackList hooks = Hooks(callbacks, verbose, history: null, epochs: 1, batches.Steps);
        StopPredicting = false;
        hooks.Raise(static c => c.OnPredictBegin(Logs.Empty));
        batches.StartEpoch();
        Func<Tensor[], Tensors> step = PredictFunction(data);
        List<Tensors> parts = [];
        for (int b = 0; b < batches.Steps && batches.Next(b) is { } input; b++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hooks.BatchBegin(b, static (c, i) => c.OnPredictBatchBegin(i, Logs.Empty));
            Tensors outputs = step(input);
            parts.Add(outputs);
            hooks.BatchEnd(b, static (c, i, logs) => c.OnPredictBatchEnd(i, logs), static (bar, i, logs) => bar.Step(i, logs, test: false), () => new() { Outputs = outputs });
            if (StopPredicting)
            {
                break;
            }
        }

        hooks.Raise(static c => c.OnPredictEnd(Logs.Empty));
        return Named((Tensor[])[.. Enumerable.Range(0, parts[0].Count).Select(i => Ops.Concatenate([.. parts.Select(p => p[i])]))], parts[0].Names);
    }

    /// <summary>Predictions for one batch.</summary>
    /// <param name="x">Inputs of the batch.</param>
    /// <returns>What the model gives.</returns>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#predict_on_batch-method"/>
    public virtual Tensor PredictOnBatch(Tensors x)
    {
        ArrayData data = DataOf(x, null, null, "PredictOnBatch");
        Prepare(data, "PredictOnBatch", nameof(PredictStep));
        return PredictFunction(data)(data.All).Single();
    }

    private Func<Tensor[], Tensors> PredictFunction(ArrayData data)
    {
        IReadOnlyList<string>? names = data.X.Names;
        if (RunEagerly)
        {
            return flat => PredictStep(Named(Array.ConvertAll(flat, static t => new Tensor(t.Spec, t.Buffer.Copy())), names));
        }

        Predictor? step = _predictStep;
        if (step is null || !SameNames(names, step.InputNames))
        {
            using (Structure.Enter())
            {
                step = _predictStep is { } made && SameNames(names, made.InputNames) ? made : _predictStep = new(this, names);
            }
        }

        return step.Run;
    }

    /// <summary>The compiled step of a prediction, with the names of what goes in and comes out.</summary>
    private sealed class Predictor
    {
        private readonly Function _function;
        private volatile IReadOnlyList<string>? _outputNames;

        internal Predictor(Model model, IReadOnlyList<string>? inputNames)
        {
            InputNames = inputNames;
            _function = Function.CompileStep(flat =>
            {
                Tensors outputs = model.PredictStep(Named(flat, inputNames));
                _outputNames = outputs.Names;
                return outputs.ToArray();
            });
        }

        internal IReadOnlyList<string>? InputNames { get; }

        internal Tensors Run(Tensor[] flat) => Named(_function.Call(flat), _outputNames);
    }
}
