using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

public partial class Model
{
    private bool _saidUntrainable;

    /// <summary>One step of training: forward, loss, gradients, update, metrics. Override it for training of your own.</summary>
    /// <param name="x">The inputs of a batch.</param>
    /// <param name="y">Its targets; null if there are none.</param>
    /// <param name="sampleWeight">Weights of its samples; null if there are none.</param>
    /// <returns>What is to be logged, by name.</returns>
    /// <remarks>
    /// It is traced once and compiled, unless <c>runEagerly</c>: use ops, variables and a <see cref="GradientTape"/>. A model with a
    /// step of its own needs no <c>Call</c>, and its targets may be anything: the step decides.
    /// </remarks>
    protected virtual IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
    {
        Tensors predictions;
        Tensor loss;
        IReadOnlyList<Variable> variables;
        IReadOnlyList<Tensor?> gradients;
        using (GradientTape tape = new())
        {
            // Frozen since the first step: that takes effect with the next Compile.
            foreach (Variable variable in (_trained ?? []).Where(static v => !v.Trainable))
            {
                tape.Watch(variable);
            }

            predictions = ApplyMany(x, training: true);
            loss = ComputeLoss(x, y, predictions, sampleWeight);
            _lossMean.UpdateState(loss, (double)x[0].Shape[0]);
            loss = Optimizer!.ScaleLoss(loss);
            variables = _trained ??= TrainableVariables;
            gradients = variables.Count == 0 ? [] : tape.Gradient(loss, variables);
        }

        if (variables.Count > 0)
        {
            Optimizer.Apply(gradients, variables);
        }
        else if (!_saidUntrainable)
        {
            _saidUntrainable = true;
            KerasWarnings.Warn($"Model '{Name}': the model does not have any trainable weights, so that training changes nothing. Set Trainable before Compile.");
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

    /// <summary>The compiled loss of a batch, and whatever layers and weights add to it.</summary>
    /// <param name="x">The inputs; for those who override it, it is not used here.</param>
    /// <param name="y">The targets; needed where <c>Compile</c> was given a loss.</param>
    /// <param name="yPred">The predictions; needed where <c>Compile</c> was given a loss.</param>
    /// <param name="sampleWeight">Weights of the samples; null if there are none.</param>
    /// <param name="training">Whether it is a step of training; for those who override it.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="InvalidOperationException">There is no loss at all.</exception>
    public virtual Tensor ComputeLoss(Tensors? x = null, Tensors? y = null, Tensors? yPred = null, Tensors? sampleWeight = null, bool training = true)
    {
        Tensor? total = null;
        if (_compiled?.Loss is not null)
        {
            Tensors targets = y ?? throw new KerasArgumentException($"Model '{Name}': targets y must be given, as Compile was given a loss. Received: x alone.");
            Tensors predictions = yPred ?? throw new KerasArgumentException($"Model '{Name}': ComputeLoss must be given predictions yPred, as Compile was given a loss. Received: none.");
            OutputSet outputs = OutputsOf(predictions);
            string place = $"Model '{Name}'";
            Shape[] shapes = [.. predictions.Select(t => t.Shape)];
            Tensor?[] yTrue = LossFor(place, targets, shapes, outputs);
            if (HasMetrics && !Overrides(nameof(ComputeMetrics)))
            {
                // A step of the user's own may go on with Metrics.
                MetricsFor(place, targets, shapes, outputs);
            }

            total = _loss!.Apply(yTrue, predictions, outputs.Weights(place, sampleWeight));
        }

        foreach (Tensor loss in Losses)
        {
            Tensor sum = Ops.Sum(Ops.Cast(loss, DType.Float32));
            total = total is null ? sum : total + sum;
        }

        return total ?? throw new KerasInvalidOperationException(
            $"Model '{Name}': there must be a loss to train or evaluate. Give Compile a loss and Fit its targets y, or call AddLoss in a layer.");
    }

    /// <summary>Updates the compiled metrics with a batch.</summary>
    /// <param name="x">The inputs; for those who override it, it is not used here.</param>
    /// <param name="y">The targets; needed where <c>Compile</c> was given metrics.</param>
    /// <param name="yPred">The predictions.</param>
    /// <param name="sampleWeight">Weights of the samples; null if there are none.</param>
    /// <returns>The results of all <see cref="Metrics"/> so far, by name: as <see cref="GetMetricsResult"/>.</returns>
    public virtual IReadOnlyDictionary<string, Tensor> ComputeMetrics(Tensors? x, Tensors? y, Tensors yPred, Tensors? sampleWeight = null)
    {
        if (HasMetrics)
        {
            Tensors targets = y ?? throw new KerasArgumentException($"Model '{Name}': targets y must be given, as Compile was given metrics. Received: x alone.");
            OutputSet outputs = OutputsOf(yPred);
            string place = $"Model '{Name}'";
            Tensor?[] yTrue = MetricsFor(place, targets, [.. yPred.Select(t => t.Shape)], outputs);
            _metrics!.Update(yTrue, yPred, outputs.Weights(place, sampleWeight));
        }

        return GetMetricsResult();
    }

    /// <summary>What all <see cref="Metrics"/> amount to so far, by the names that logs show.</summary>
    /// <seealso href="https://keras.io/api/models/model_training_apis/"/>
    public virtual IReadOnlyDictionary<string, Tensor> GetMetricsResult()
    {
        SortedDictionary<string, Tensor> results = new(StringComparer.Ordinal);
        foreach ((string name, Metric metric) in LoggedMetrics())
        {
            results[name] = metric.Result();
        }

        return results;
    }

    /// <summary>Sets all metrics back; <c>Fit</c> does so before each epoch, <c>Evaluate</c>, <c>TrainOnBatch</c> and <c>TestOnBatch</c> at their beginning.</summary>
    /// <seealso href="https://keras.io/api/models/model_training_apis/"/>
    public virtual void ResetMetrics()
    {
        foreach (Metric metric in Metrics)
        {
            metric.ResetState();
        }
    }

    /// <summary>The metric that logs show under a name, such as <c>a_mse</c> or <c>mse_1</c>; null for none.</summary>
    internal Metric? MetricLogged(string name) => LoggedMetrics().FirstOrDefault(m => m.Name == name).Metric;

    /// <summary>The metrics with the names that logs show: of compiled ones no two have the same.</summary>
    private IEnumerable<(string Name, Metric Metric)> LoggedMetrics()
    {
        IReadOnlyList<Metric> metrics = Metrics;
        (string Name, Metric Metric)[] compiled = [.. (_metrics?.Named ?? []).Where(e => metrics.Contains(e.Metric))];
        return metrics.Where(m => !compiled.Any(c => ReferenceEquals(c.Metric, m))).Select(m => (m.Name, m)).Concat(compiled);
    }
}
