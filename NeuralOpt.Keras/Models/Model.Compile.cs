using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

public partial class Model
{
    private readonly Mean _lossMean = new("loss");
    private CompileArguments? _compiled;
    private bool _runEagerly;

    // Decided by the first step after Compile, as the step itself is.
    private IReadOnlyList<Variable>? _trained;

    /// <summary>What trains the model; null before <c>Compile</c>.</summary>
    public Optimizer? Optimizer => _compiled?.Optimizer;

    /// <summary>What <c>Compile</c> was given as the loss; null for none.</summary>
    public LossSpec? Loss => _compiled?.Loss;

    /// <summary>Whether steps run op by op, so that your own code sees values. It may be set between trainings.</summary>
    public bool RunEagerly
    {
        get => _runEagerly;
        set
        {
            _runEagerly = value;
            (_trainStep, _testStep, _predictStep) = (null, null, null);
        }
    }

    /// <summary>Whether steps are compiled: always, unless they run op by op.</summary>
    public bool JitCompile => !RunEagerly;

    /// <summary>The metrics: the mean of the loss, those of <c>Compile</c>, once data has been seen, and those kept in fields.</summary>
    /// <remarks>
    /// They start anew with each epoch and each evaluation. Override it where steps of your own log other metrics: those that it
    /// gives are set back, and no others.
    /// </remarks>
    public virtual IReadOnlyList<Metric> Metrics
        => [.. ((IEnumerable<Metric>)[.. _compiled is null ? (Metric[])[] : [_lossMean], .. _metrics?.Metrics ?? [], .. _loss?.Means ?? [], .. KeptMetrics]).Distinct()];

    /// <summary>The names of what <c>Evaluate</c> gives, the loss first. Those of compiled metrics are known once outputs are.</summary>
    public virtual IReadOnlyList<string> MetricsNames
    {
        get
        {
            string[] logged = [.. LoggedMetrics().Select(m => m.Name)];
            if (Graph is not { } graph || _compiled is not { } compiled)
            {
                return InOrder(logged, _loss, _metrics);
            }

            OutputSet outputs = OutputsOf(graph.Outputs);
            CompiledLoss? loss = _loss ?? (compiled.Loss is { } spec ? new(spec, compiled.LossWeights, outputs) : null);
            CompiledMetrics metrics = _metrics ?? new(compiled.Metrics, compiled.WeightedMetrics, outputs);
            return InOrder(Overrides(nameof(Metrics)) ? logged : [.. logged.Union(loss?.MeanNames ?? []).Union(metrics.Names)], loss, metrics);
        }
    }

    /// <summary>Set it, in a callback, to end training after the epoch.</summary>
    public bool StopTraining { get; set; }

    /// <summary>Set it, in a callback, to end an evaluation after the batch.</summary>
    public bool StopEvaluating { get; set; }

    /// <summary>Set it, in a callback, to end a prediction after the batch.</summary>
    public bool StopPredicting { get; set; }

    /// <summary>Says how to train: optimizer, loss, metrics.</summary>
    /// <param name="optimizer">A name such as <c>"adam"</c>, or an optimizer; <c>"rmsprop"</c> by default.</param>
    /// <param name="loss">A name such as <c>"mse"</c>, a loss, a method or a lambda of labels and predictions, a list or a dictionary by output; null only to predict.</param>
    /// <param name="lossWeights">How much each output's loss counts.</param>
    /// <param name="metrics">Names such as <c>"accuracy"</c>, metrics, or methods of labels and predictions, in a list, or a list or dictionary by output.</param>
    /// <param name="weightedMetrics">Metrics that see sample and class weights.</param>
    /// <param name="runEagerly">Whether steps run op by op, so that your own code sees values; slower.</param>
    /// <param name="stepsPerExecution">Accepted as in Keras; every step is compiled whole anyway.</param>
    /// <param name="jitCompile">Accepted as in Keras; every step is compiled anyway.</param>
    /// <param name="autoScaleLoss">Accepted as in Keras, where it serves mixed precision.</param>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#compile-method"/>
    public virtual void Compile(
        Optimizer? optimizer = null,
        LossSpec? loss = null,
        LossWeights? lossWeights = null,
        MetricSpec? metrics = null,
        MetricSpec? weightedMetrics = null,
        bool runEagerly = false,
        int stepsPerExecution = 1,
        Jit jitCompile = default,
        bool autoScaleLoss = true)
    {
        Guard.Positive(stepsPerExecution, "Compile", "stepsPerExecution");
        if (runEagerly && jitCompile.Asked is true)
        {
            KerasWarnings.Warn("Compile: runEagerly and jitCompile exclude each other; the steps run op by op.");
        }

        _compiled = new(optimizer ?? "rmsprop", loss, lossWeights, metrics, weightedMetrics, stepsPerExecution, jitCompile, autoScaleLoss);
        _runEagerly = runEagerly;
        ForgetStructure();
    }

    /// <summary>What was found out about layers and outputs holds no more: they, or the compilation, have changed.</summary>
    private void ForgetStructure()
    {
        (_loss, _metrics, _trained, _saidUntrainable) = (null, null, null, false);
        (_trainStep, _testStep, _predictStep) = (null, null, null);
        _described = null;
    }

    private protected CompileArguments RequireCompiled(string method)
        => _compiled ?? throw new KerasInvalidOperationException($"Model '{Name}': {method} needs a compiled model. Call Compile(optimizer, loss, metrics) first.");

    internal sealed record CompileArguments(
        Optimizer Optimizer,
        LossSpec? Loss,
        LossWeights? LossWeights,
        MetricSpec? Metrics,
        MetricSpec? WeightedMetrics,
        int StepsPerExecution,
        Jit JitCompile,
        bool AutoScaleLoss);
}
