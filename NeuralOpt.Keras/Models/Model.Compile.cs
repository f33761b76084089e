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
    private CompiledLoss? _loss;
    private CompiledMetrics? _metrics;
    private Described? _described;

    // Decided by the first step after Compile, as the step itself is.
    private IReadOnlyList<Variable>? _trained;

    /// <summary>What trains the model; null before <see cref="Compile"/>.</summary>
    public Optimizer? Optimizer => _compiled?.Optimizer;

    /// <summary>The metrics: the mean of the loss, those of <see cref="Compile"/>, once data has been seen, and those kept in fields.</summary>
    /// <remarks>They start anew with each epoch and each evaluation.</remarks>
    public virtual IReadOnlyList<Metric> Metrics
        => [.. ((IEnumerable<Metric>)[_lossMean, .. _metrics?.Metrics ?? [], .. _loss?.Means ?? [], .. KeptMetrics]).Distinct()];

    /// <summary>Set it, in a callback, to end training after the epoch.</summary>
    public bool StopTraining { get; set; }

    /// <summary>Says how to train: optimizer, loss, metrics.</summary>
    /// <param name="optimizer">A name such as <c>"adam"</c>, or an optimizer; <c>"rmsprop"</c> by default.</param>
    /// <param name="loss">A name such as <c>"mse"</c>, a loss, <c>Loss.From((y, p) =&gt; ...)</c>, a list or a dictionary by output; null only to predict.</param>
    /// <param name="lossWeights">How much each output's loss counts.</param>
    /// <param name="metrics">Names such as <c>"accuracy"</c>, or metrics, in a list, or a list or dictionary by output.</param>
    /// <param name="weightedMetrics">Metrics that see sample and class weights.</param>
    /// <param name="runEagerly">Whether steps run op by op, so that your own code sees values; slower.</param>
    /// <param name="stepsPerExecution">Accepted as in Keras; every step is compiled whole anyway.</param>
    /// <param name="jitCompile">Accepted as in Keras; every step is compiled anyway.</param>
    /// <param name="autoScaleLoss">Accepted as in Keras, where it serves mixed precision.</param>
    /// <seealso href="https://keras.io/api/models/model_training_apis/#compile-method"/>
    public void Compile(
        Optimizer? optimizer = null,
        LossSpec? loss = null,
        LossWeights? lossWeights = null,
        MetricSpec? metrics = null,
        MetricSpec? weightedMetrics = null,
        bool runEagerly = false,
        int stepsPerExecution = 1,
        string jitCompile = "auto",
        bool autoScaleLoss = true)
    {
        Guard.Positive(stepsPerExecution, "Compile", "stepsPerExecution");
        _compiled = new(optimizer ?? "rmsprop", loss, lossWeights, metrics, weightedMetrics, runEagerly, stepsPerExecution, jitCompile, autoScaleLoss);
        ForgetStructure();
    }

    /// <summary>What was found out about layers and outputs holds no more: they, or the compilation, have changed.</summary>
    private void ForgetStructure()
    {
        (_loss, _metrics, _trained) = (null, null, null);
        (_trainStep, _testStep, _predictStep) = (null, null, null);
        _described = null;
    }

    private protected CompileArguments RequireCompiled(string method)
        => _compiled ?? throw new KerasInvalidOperationException($"Model '{Name}': {method} needs a compiled model. Call Compile(optimizer, loss, metrics) first.");

    /// <summary>Makes weights, losses, metrics and the optimizer's slots for data like this, once.</summary>
    private void Prepare(ArrayData data, string method)
    {
        Shape[] outputs = DescribeOutputs(data.X, method);
        if (data.Y is not null && _compiled is { } compiled)
        {
            IReadOnlyList<string> names = OutputNames(outputs.Length);
            CompiledLoss.RequireTargets(method, names, data.Y);
            Tensors y = ByOutput(data.Y);
            Shape[] targets = [.. y.Select(t => t.Shape.With(0, null))];
            if (compiled.Loss is { } spec)
            {
                _loss ??= new(spec, compiled.LossWeights, names, targets, outputs);
                _loss.CheckLabels(y, outputs);
            }

            _metrics ??= new(compiled.Metrics, compiled.WeightedMetrics, names, targets, outputs);
        }
    }

    // A symbolic call: it builds what is not built, and refuses data that does not fit before a step is compiled.
    private Shape[] DescribeOutputs(Tensors x, string method)
    {
        Described seen = new([.. x.Select(static t => new TensorSpec(t.Shape.With(0, null), t.DType))], x.Names, []);
        if (_described is { } last && last.Specs.SequenceEqual(seen.Specs) && SameNames(last.Names, seen.Names))
        {
            return last.Outputs;
        }

        Shape[] outputs = Describe(x, method);
        _described = seen with { Outputs = outputs };
        return outputs;
    }

    private Shape[] Describe(Tensors x, string method)
    {
        using SymbolicScope scope = SymbolicScope.Enter();
        try
        {
            return [.. ApplyMany(x.Map(static t => new KerasTensor(t.Shape.With(0, null), t.DType))).Select(t => t.Shape)];
        }
        catch (ShapeException e) when (!e.Message.StartsWith(method, StringComparison.Ordinal))
        {
            throw new ShapeException($"{method}: {e.Message}", e) { Place = Name };
        }
    }

    private IReadOnlyList<string> OutputNames(int count)
        => Graph is { } graph && count == graph.Outputs.Count ? graph.Outputs.Names ?? graph.OutputNames : [.. Enumerable.Range(1, count).Select(i => $"output_{i}")];

    private sealed record Described(TensorSpec[] Specs, IReadOnlyList<string>? Names, Shape[] Outputs);

    internal sealed record CompileArguments(
        Optimizer Optimizer,
        LossSpec? Loss,
        LossWeights? LossWeights,
        MetricSpec? Metrics,
        MetricSpec? WeightedMetrics,
        bool RunEagerly,
        int StepsPerExecution,
        string JitCompile,
        bool AutoScaleLoss);
}
