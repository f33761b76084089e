using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

public partial class Model
{
    private const int DefaultBatchSize = 32;

    // 1 while Fit runs.
    private int _fitting;

    /// <summary>What the last <see cref="Fit"/> returned; null before it.</summary>
    public History? History { get; private set; }

    /// <summary>Trains the model.</summary>
    /// <param name="x">Inputs, (samples, ...); several in a list or by name.</param>
    /// <param name="y">Targets, (samples, ...), one for each output.</param>
    /// <param name="batchSize">Samples a step; 32 by default.</param>
    /// <param name="epochs">The epoch at which training ends, so many passes if it starts at 0.</param>
    /// <param name="verbose">0 nothing, 1 a progress bar, 2 a line an epoch; <c>"auto"</c> is 1.</param>
    /// <param name="callbacks">Told what happens, in this order, before the bar and the history.</param>
    /// <param name="validationSplit">The last part of the data to validate on, in [0, 1).</param>
    /// <param name="validationData">Data to validate on, <c>(x, y)</c> or <c>(x, y, sampleWeight)</c>; wins over the split.</param>
    /// <param name="shuffle">Whether each epoch takes the samples in another order; <c>"batch"</c> shuffles inside batches.</param>
    /// <param name="classWeight">How much the samples of a class count, by class number.</param>
    /// <param name="sampleWeight">How much each sample counts, (samples); not with <paramref name="classWeight"/>.</param>
    /// <param name="initialEpoch">The epoch to begin with, to go on with an earlier training.</param>
    /// <param name="stepsPerEpoch">Steps an epoch; the next epoch then goes on where this one ended, and the end of the data ends an epoch with a warning. All the data by default.</param>
    /// <param name="validationSteps">Batches of a validation; all by default.</param>
    /// <param name="validationBatchSize">Samples a batch of validation; <paramref name="batchSize"/> by default.</param>
    /// <param name="validationFreq">Validate after every so many epochs.</param>
    /// <param name="nbEpoch">The name that Keras 1 had for <paramref name="epochs"/>; wins over it.</param>
    /// <param name="workers">Accepted as in Keras 2, where it served generators.</param>
    /// <param name="useMultiprocessing">Accepted as in Keras 2, where it served generators.</param>
    /// <param name="maxQueueSize">Accepted as in Keras 2, where it served generators.</param>
    /// <param name="cancellationToken">Ends training between two steps; the model keeps what it has learnt.</param>
    /// <returns>Loss and metrics of every epoch.</returns>
    /// <remarks>
    /// The order of the samples: without a seed every epoch has another one; after <c>Utils.SetRandomSeed</c> it is
    /// TensorFlow's, which repeats the same order in every epoch, as Python Keras does.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The model is not compiled.</exception>
    /// <exception cref="ShapeException">Data does not fit the model, or lengths differ.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#fit-method"/>
    public virtual History Fit(
        Tensors? x = null,
        Tensors? y = null,
        int? batchSize = null,
        int epochs = 1,
        Verbose verbose = default,
        IEnumerable<Callback>? callbacks = null,
        double validationSplit = 0,
        ValidationData? validationData = null,
        Shuffle? shuffle = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        Tensors? sampleWeight = null,
        int initialEpoch = 0,
        int? stepsPerEpoch = null,
        int? validationSteps = null,
        int? validationBatchSize = null,
        int validationFreq = 1,
        int? nbEpoch = null,
        int workers = 1,
        bool useMultiprocessing = false,
        int maxQueueSize = 10,
        CancellationToken cancellationToken = default)
    {
        RequireCompiled("Fit");
        using FitScope fitting = EnterFit();
        epochs = nbEpoch ?? epochs;
        int batch = Guard.AtLeast(1, batchSize, "Fit", "batchSize") ?? DefaultBatchSize;
        Guard.AtLeast(1, stepsPerEpoch, "Fit", "stepsPerEpoch");
        Guard.AtLeast(1, validationSteps, "Fit", "validationSteps");
        Guard.AtLeast(1, validationFreq, "Fit", "validationFreq");
        Guard.AtLeast(1, validationBatchSize, "Fit", "validationBatchSize");
        if (epochs < 0 || initialEpoch < 0)
        {
            throw new KerasArgumentException($"Fit: epochs and initialEpoch must be at least 0. Received: {epochs} and {initialEpoch}.");
        }

        if (!(validationSplit >= 0 && validationSplit < 1))
        {
            throw new KerasArgumentException($"Fit: validationSplit must be at least 0 and below 1. Received: {validationSplit}.");
        }

        ArrayData training = DataOf(x, y, sampleWeight, "Fit");
        ArrayData? validation = null;
        if (validationData is not null)
        {
            validation = DataOf(validationData.X, validationData.Y, validationData.SampleWeight, "Fit (validation data)");
        }
        else if (validationSplit > 0)
        {
            (training, validation) = training.Split(validationSplit, "Fit");
        }

        if (classWeight is not null)
        {
            training = WithClassWeights(training, classWeight, "Fit");
        }

        Prepare(training, "Fit", nameof(TrainStep));
        if (validation is not null)
        {
            Prepare(validation, "Fit (validation data)", nameof(TestStep));
        }

        BuildOptimizer();
        TrainingBatches batches = new(training, batch, stepsPerEpoch, shuffle ?? true, "Fit");
        TrainingBatches? validating = validation is null ? null : new(validation, validationBatchSize ?? batch, validationSteps, shuffle: false, "Fit (validation data)");
        History history = History = new();
        CallbackList hooks = Hooks(callbacks, verbose, history, epochs, batches.Steps);
        Step step = TrainFunction(training);
        StopTraining = false;
        Logs last = [];
        hooks.Raise(static c => c.OnTrainBegin(Logs.Empty));
        for (int epoch = initialEpoch; epoch < epochs && !StopTraining; epoch++)
        {
            int e = epoch;
            ResetMetrics();
            hooks.Raise(c => c.OnEpochBegin(e, Logs.Empty));
            batches.StartEpoch();
            Func<Logs> read = static () => [];
            for (int b = 0; b < batches.Steps && batches.Next(b) is { } data; b++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hooks.BatchBegin(b, static (c, i) => c.OnTrainBatchBegin(i, Logs.Empty));
                read = step.Run(data);
                hooks.BatchEnd(b, static (c, i, logs) => c.OnTrainBatchEnd(i, logs), static (bar, i, logs) => bar.Step(i, logs, test: false), read);
                if (StopTraining)
                {
                    break;
                }
            }

            last = read();
            if (validating is not null && (epoch + 1) % validationFreq == 0)
            {
                last.AddValidation(Test(validation!, validating, hooks, cancellationToken));
            }

            hooks.Raise(c => c.OnEpochEnd(e, last));
        }

        if (epochs > initialEpoch)
        {
            Optimizer!.FinalizeVariableValues(_trained ?? TrainableVariables);
        }

        hooks.Raise(c => c.OnTrainEnd(last));
        return history;
    }

    /// <summary>One step of training on one batch.</summary>
    /// <param name="x">Inputs of the batch.</param>
    /// <param name="y">Its targets.</param>
    /// <param name="sampleWeight">Weights of its samples.</param>
    /// <param name="classWeight">How much the samples of a class count, by class number.</param>
    /// <param name="returnDict">Accepted as in Keras; the result is read by place and by name either way.</param>
    /// <returns>Loss and metrics of this batch.</returns>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#train_on_batch-method"/>
    public virtual Evaluation TrainOnBatch(
        Tensors x, Tensors? y = null, Tensors? sampleWeight = null, IReadOnlyDictionary<int, double>? classWeight = null, bool returnDict = false)
    {
        RequireCompiled("TrainOnBatch");
        ArrayData data = DataOf(x, y, sampleWeight, "TrainOnBatch");
        if (classWeight is not null)
        {
            data = WithClassWeights(data, classWeight, "TrainOnBatch");
        }

        Prepare(data, "TrainOnBatch", nameof(TrainStep));
        BuildOptimizer();
        ResetMetrics(TrainFunction(data));
        return InOrder(TrainFunction(data).Run(data.All)());
    }

    // Two trainings at a time would mix their epochs, metrics and callbacks.
    private FitScope EnterFit()
        => Interlocked.Exchange(ref _fitting, 1) == 0
            ? new(this)
            : throw new KerasInvalidOperationException(
                $"Model '{Name}': Fit must not be called while another Fit of this model runs. Received: a second call, from a callback or another thread. TrainOnBatch, Evaluate and Predict may be called.");

    private readonly struct FitScope(Model model) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref model._fitting, 0);
    }

    // Not for a step of the user's own, nor before the first call where only that builds the model: the first update does it then.
    private void BuildOptimizer()
    {
        if (_trained is null && !Overrides(nameof(TrainStep)) && TrainableVariables is { Count: > 0 } trainable && (Graph is not null || !RunEagerly))
        {
            using (Structure.Enter())
            {
                _trained ??= trainable;
                Optimizer!.Build(_trained);
            }
        }
    }

    private static ArrayData WithClassWeights(ArrayData data, IReadOnlyDictionary<int, double> classWeight, string method)
    {
        if (data.SampleWeight is not null)
        {
            throw new KerasArgumentException($"{method}: classWeight must not be given with sampleWeight. Received: both.");
        }

        return data.Y is { Count: 1 } y
            ? new(data.X, y, ClassWeights.ToSampleWeights(y[0], classWeight, method), method)
            : throw new KerasArgumentException($"{method}: classWeight needs a model with one output. Received: {data.Y?.Count ?? 0} targets.");
    }

    private CallbackList Hooks(IEnumerable<Callback>? callbacks, Verbose verbose, History? history, int epochs, int steps)
    {
        List<Callback> all = [.. callbacks ?? []];
        if (all.Contains(null!))
        {
            throw new KerasArgumentException($"Model '{Name}': callbacks must not be null. Received: a null in the list.");
        }

        if (verbose.Level > 0 && !all.OfType<ProgbarLogger>().Any())
        {
            all.Add(new ProgbarLogger());
        }

        if (history is not null)
        {
            all.Add(history);
        }

        return new(all, this, new Dictionary<string, int> { ["epochs"] = epochs, ["steps"] = steps, ["verbose"] = verbose.Level });
    }
}
