using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Training;

/// <summary>The losses of all outputs, their weights, and the mean of each where there are several.</summary>
internal sealed class CompiledLoss
{
    private readonly IReadOnlyList<string> _outputs;
    private readonly Loss?[] _losses;
    private readonly double?[] _weights;
    private readonly Mean?[] _means;

    internal CompiledLoss(LossSpec spec, LossWeights? weights, IReadOnlyList<string> outputs, Shape[] yTrue, Shape[] yPred)
    {
        IReadOnlyList<LossSpec?> specs = PerOutput.Of(spec, spec.Items, spec.Named, outputs, "loss");
        if (weights?.Items is { } items && items.Count != outputs.Count)
        {
            throw new KerasArgumentException($"Compile: lossWeights must have one weight for each of {outputs.Count} outputs. Received: {items.Count}.");
        }

        if (weights?.Named is { } named)
        {
            PerOutput.CheckNames(named.Keys, outputs, "lossWeights");
        }

        int n = outputs.Count;
        _outputs = outputs;
        _losses = [.. specs.Select((s, i) => s?.Resolve(yTrue[i], yPred[i]))];
        _weights = [.. outputs.Select((name, i) => weights?.Of(i, name))];
        _means = [.. outputs.Select((name, i) => n > 1 && _losses[i] is not null ? new Mean($"{name}_loss") : null)];
    }

    /// <summary>The mean of each output's loss, where there are several outputs.</summary>
    internal IEnumerable<Mean> Means => _means.OfType<Mean>();

    /// <summary>The loss of the only output; null where there are several or none.</summary>
    internal Loss? Single => _losses is [var one] ? one : null;

    internal static void RequireTargets(string method, IReadOnlyList<string> outputs, Tensors y)
    {
        if (y.Names is { } names ? !outputs.Order().SequenceEqual(names.Order()) : y.Count != outputs.Count)
        {
            throw new ShapeException(
                $"{method}: y must have one target for each of the outputs {string.Join(", ", outputs)}. Received: {(y.Names is null ? y.Count : string.Join(", ", y.Names))}.");
        }
    }

    /// <summary>The weighted sum of the losses; the means take note.</summary>
    internal Tensor Apply(IReadOnlyList<Tensor> yTrue, IReadOnlyList<Tensor> yPred, IReadOnlyList<Tensor?> sampleWeights, int batch)
    {
        Tensor? total = null;
        for (int i = 0; i < _losses.Length; i++)
        {
            if (_losses[i] is not { } loss)
            {
                continue;
            }

            Tensor value = Compare(loss, _outputs[i], yTrue[i], yPred[i], sampleWeights[i]);
            _means[i]?.UpdateState(value, (double)batch);
            value = _weights[i] is { } weight ? value * weight : value;
            total = total is null ? value : total + value;
        }

        return total ?? Ops.Zeros(default);
    }

    private static Tensor Compare(Loss loss, string output, Tensor yTrue, Tensor yPred, Tensor? sampleWeight)
    {
        try
        {
            return loss.Apply(yTrue, yPred, sampleWeight);
        }
        catch (ShapeException e)
        {
            string weights = sampleWeight is null ? "" : $", sampleWeight {sampleWeight.Shape}";
            string remedy = loss is Losses.CategoricalCrossentropy && yTrue.Rank < yPred.Rank ? " For class numbers there is \"sparse_categorical_crossentropy\"." : "";
            throw new ShapeException(
                $"Loss '{loss.Name}' of output '{output}': y and sampleWeight must fit the predictions {yPred.Shape}. Received: y {yTrue.Shape}{weights}.{remedy}", e);
        }
    }

    /// <summary>Refuses labels that the losses cannot take, before any step has run.</summary>
    internal void CheckLabels(IReadOnlyList<Tensor> yTrue, Shape[] yPred)
    {
        for (int i = 0; i < _losses.Length; i++)
        {
            if (yTrue[i].IsConcrete)
            {
                _losses[i]?.CheckLabels(yTrue[i], yPred[i]);
            }
        }
    }
}
