using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras;

// A method or a lambda converts to a delegate only, so each of the two arguments that take functions has a form of its own.
public partial class Model
{
    /// <summary>Says how to train, with functions among the metrics: <c>metrics: ["accuracy", MeanGap]</c>.</summary>
    /// <inheritdoc cref="Compile(Optimizer?, LossSpec?, LossWeights?, MetricSpec?, MetricSpec?, bool, int, Jit, bool)" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public void Compile(
        Optimizer? optimizer = null,
        LossSpec? loss = null,
        LossWeights? lossWeights = null,
        MetricList? metrics = null,
        MetricList? weightedMetrics = null,
        bool runEagerly = false,
        int stepsPerExecution = 1,
        Jit jitCompile = default,
        bool autoScaleLoss = true)
        => Compile(optimizer, loss, lossWeights, (MetricSpec?)metrics, weightedMetrics, runEagerly, stepsPerExecution, jitCompile, autoScaleLoss);

    /// <summary>Says how to train, with a function as the loss: <c>loss: HuberLoss</c>, <c>loss: (y, p) =&gt; Ops.Square(y - p)</c>.</summary>
    /// <inheritdoc cref="Compile(Optimizer?, LossSpec?, LossWeights?, MetricSpec?, MetricSpec?, bool, int, Jit, bool)" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public void Compile(
        Optimizer? optimizer = null,
        Func<Tensor, Tensor, Tensor>? loss = null,
        LossWeights? lossWeights = null,
        MetricSpec? metrics = null,
        MetricSpec? weightedMetrics = null,
        bool runEagerly = false,
        int stepsPerExecution = 1,
        Jit jitCompile = default,
        bool autoScaleLoss = true)
        => Compile(optimizer, (LossSpec?)loss, lossWeights, metrics, weightedMetrics, runEagerly, stepsPerExecution, jitCompile, autoScaleLoss);

    /// <summary>Says how to train, with functions as the loss and among the metrics.</summary>
    /// <inheritdoc cref="Compile(Optimizer?, LossSpec?, LossWeights?, MetricSpec?, MetricSpec?, bool, int, Jit, bool)" path="/param"/>
    [OverloadResolutionPriority(-2)]
    public void Compile(
        Optimizer? optimizer = null,
        Func<Tensor, Tensor, Tensor>? loss = null,
        LossWeights? lossWeights = null,
        MetricList? metrics = null,
        MetricList? weightedMetrics = null,
        bool runEagerly = false,
        int stepsPerExecution = 1,
        Jit jitCompile = default,
        bool autoScaleLoss = true)
        => Compile(optimizer, (LossSpec?)loss, lossWeights, (MetricSpec?)metrics, weightedMetrics, runEagerly, stepsPerExecution, jitCompile, autoScaleLoss);
}
