using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

public partial class Model
{
    private Step? _trainStep;
    private Step? _testStep;

    /// <summary>One step of training: forward, loss, gradients, update, metrics. Override it for training of your own.</summary>
    /// <param name="x">The inputs of a batch.</param>
    /// <param name="y">Its targets; null if there are none.</param>
    /// <param name="sampleWeight">Weights of its samples; null if there are none.</param>
    /// <returns>What is to be logged, by name.</returns>
    /// <remarks>It is traced once and compiled, unless <c>runEagerly</c>: use ops, variables and a <see cref="GradientTape"/>.</remarks>
    protected virtual IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
    {
        Tensors predictions;
        Tensor loss;
        IReadOnlyList<Variable> variables = _trained ?? TrainableVariables;
        IReadOnlyList<Tensor?> gradients;
        using (GradientTape tape = new())
        {
            // Frozen since the first step: that takes effect with the next Compile.
            foreach (Variable variable in variables.Where(static v => !v.Trainable))
            {
                tape.Watch(variable);
            }

            predictions = ApplyMany(x, training: true);
            loss = ComputeLoss(x, y, predictions, sampleWeight);
            _lossMean.UpdateState(loss, (double)x[0].Shape[0]);
            loss = Optimizer!.ScaleLoss(loss);
            gradients = variables.Count == 0 ? [] : tape.Gradient(loss, variables);
        }

        if (variables.Count > 0)
        {
            Optimizer.Apply(gradients, variables);
        }

        return ComputeMetrics(x, y, predictions, sampleWeight);
    }

    /// <summary>One step of evaluation: forward, loss, metrics. Override it for evaluation of your own.</summary>
    /// <param name="x">The inputs of a batch.</param>
    /// <param name="y">Its targets; null if there are none.</param>
    /// <param name="sampleWeight">Weights of its samples; null if there are none.</param>
    /// <returns>What is to be logged, by name.</returns>
    protected virtual IReadOnlyDictionary<string, Tensor> TestStep(Tensors x, Tensors? y, Tensors? sampleWeight)
    {
        Tensors predictions = ApplyMany(x, training: false);
        Tensor loss = ComputeLoss(x, y, predictions, sampleWeight, training: false);
        _lossMean.UpdateState(loss, (double)x[0].Shape[0]);
        return ComputeMetrics(x, y, predictions, sampleWeight);
    }

    /// <summary>One step of prediction. Override it for predictions of your own.</summary>
    /// <param name="x">The inputs of a batch.</param>
    protected virtual Tensors PredictStep(Tensors x) => ApplyMany(x, training: false);

    /// <summary>The loss of a batch, penalties included.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">The targets.</param>
    /// <param name="yPred">The predictions.</param>
    /// <param name="sampleWeight">Weights of the samples; null if there are none.</param>
    /// <param name="training">Whether it is a step of training.</param>
    /// <returns>A scalar.</returns>
    public virtual Tensor ComputeLoss(Tensors x, Tensors? y, Tensors yPred, Tensors? sampleWeight = null, bool training = true)
    {
        if (y is null && _compiled?.Loss is not null)
        {
            throw new KerasArgumentException($"Model '{Name}': targets y must be given, as Compile was given a loss. Received: x alone.");
        }

        Tensor? total = null;
        if (_loss is not null && y is not null)
        {
            total = _loss.Apply(ByOutput(y), yPred, PerOutputWeights(sampleWeight, yPred.Count), x[0].Shape[0]);
        }

        foreach (Tensor loss in Losses)
        {
            Tensor sum = Ops.Sum(Ops.Cast(loss, DType.Float32));
            total = total is null ? sum : total + sum;
        }

        return total ?? throw new KerasInvalidOperationException(
            $"Model '{Name}': there must be a loss to train or evaluate. Give Compile a loss and Fit its targets y, or call AddLoss in a layer.");
    }

    /// <summary>Updates the metrics with a batch.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">The targets.</param>
    /// <param name="yPred">The predictions.</param>
    /// <param name="sampleWeight">Weights of the samples; null if there are none.</param>
    /// <returns>Loss and metrics so far, by name.</returns>
    public virtual IReadOnlyDictionary<string, Tensor> ComputeMetrics(Tensors x, Tensors? y, Tensors yPred, Tensors? sampleWeight = null)
    {
        if (y is not null)
        {
            _metrics?.Update(ByOutput(y), yPred, PerOutputWeights(sampleWeight, yPred.Count));
        }

        SortedDictionary<string, Tensor> results = new(StringComparer.Ordinal) { ["loss"] = _lossMean.Result() };
        foreach (Mean mean in _loss?.Means ?? [])
        {
            results[mean.Name] = mean.Result();
        }

        foreach ((string name, Tensor value) in _metrics?.Results ?? [])
        {
            results[name] = value;
        }

        return results;
    }

    /// <summary>Sets all metrics back; Fit and Evaluate do so by themselves, <c>TrainOnBatch</c> goes on counting.</summary>
    /// <seealso href="https://keras.io/api/models/model_training_apis/"/>
    public void ResetMetrics()
    {
        foreach (Metric metric in Metrics)
        {
            metric.ResetState();
        }
    }

    private Tensor?[] PerOutputWeights(Tensors? weights, int outputs)
        => weights is null ? new Tensor?[outputs]
            : weights.Count == 1 ? [.. Enumerable.Repeat(weights[0], outputs)]
            : [.. ByOutput(weights)];

    // Targets given by name go to the outputs of those names.
    private Tensors ByOutput(Tensors y) => y.Names is null ? y : (Tensor[])[.. OutputNames(y.Count).Select(n => y[n])];

    private static Tensors Named(Tensors tensors, IReadOnlyList<string>? names)
        => names is null ? tensors : names.Zip(tensors).ToDictionary(p => p.First, p => p.Second);

    private static bool SameNames(IReadOnlyList<string>? a, IReadOnlyList<string>? b) => a is null || b is null ? a == b : a.SequenceEqual(b);

    private Step TrainFunction(ArrayData data) => _trainStep is { } step && step.Fits(data) ? step : _trainStep = new(this, data, TrainStep);

    private Step TestFunction(ArrayData data) => _testStep is { } step && step.Fits(data) ? step : _testStep = new(this, data, TestStep);

    /// <summary>A step over the flat arrays of a batch, compiled or eager.</summary>
    private sealed class Step
    {
        private readonly Model _model;
        private readonly Func<Tensors, Tensors?, Tensors?, IReadOnlyDictionary<string, Tensor>> _body;
        private readonly Function _function;
        private readonly Func<Tensor[], Tensor[]> _run;
        private readonly int _x;
        private readonly int _y;
        private readonly int _weights;
        private readonly IReadOnlyList<string>?[] _names;
        private IReadOnlyList<string> _logs = [];

        internal Step(Model model, ArrayData data, Func<Tensors, Tensors?, Tensors?, IReadOnlyDictionary<string, Tensor>> body)
        {
            (_model, _body) = (model, body);
            (_x, _y, _weights) = (data.X.Count, data.Y?.Count ?? 0, data.SampleWeight?.Count ?? 0);
            _names = [data.X.Names, data.Y?.Names, data.SampleWeight?.Names];
            _function = Function.Compile(Body);
            _run = model._compiled?.RunEagerly == true ? b => Body(Array.ConvertAll(b, static t => new Tensor(t.Spec, t.Buffer.Copy()))) : _function.Call;
        }

        internal bool Fits(ArrayData data)
            => (data.X.Count, data.Y?.Count ?? 0, data.SampleWeight?.Count ?? 0) == (_x, _y, _weights)
                && SameNames(data.X.Names, _names[0]) && SameNames(data.Y?.Names, _names[1]) && SameNames(data.SampleWeight?.Names, _names[2]);

        /// <summary>Runs the step; the logs are read when asked for.</summary>
        internal Func<Logs> Run(Tensor[] batch)
        {
            Tensor[] values = _run(batch);
            return () => new Logs(_logs, values);
        }

        internal string Explain(Tensor[] batch, int runs) => _function.Explain(runs, batch);

        private Tensor[] Body(Tensor[] flat)
        {
            // What an earlier trace added to the loss has no value in this one.
            _model.ClearLosses();
            IReadOnlyDictionary<string, Tensor> logs = _body(
                Named(flat[.._x], _names[0]),
                _y == 0 ? null : Named(flat[_x..(_x + _y)], _names[1]),
                _weights == 0 ? null : Named(flat[(_x + _y)..], _names[2]));
            _model.ClearLosses();
            _logs = [.. logs.Keys];
            return [.. logs.Values];
        }
    }
}
