using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Training;

/// <summary>The losses of all outputs, their weights, and the mean of each where there are several.</summary>
internal sealed class CompiledLoss
{
    private readonly OutputSet _outputs;
    private readonly IReadOnlyList<LossSpec?> _specs;
    private readonly Loss?[] _losses;
    private readonly double?[] _weights;
    private readonly Mean?[] _means;

    /// <summary>Spreads what <c>Compile</c> was given over the outputs; what depends on shapes is decided by <see cref="Resolve"/>.</summary>
    internal CompiledLoss(LossSpec spec, LossWeights? weights, OutputSet outputs)
    {
        _specs = PerOutput.Of(spec, spec.Items, spec.Named, outputs.Names, "loss");
        if (weights?.Items is { } items && items.Count != outputs.Count)
        {
            throw new KerasArgumentException($"Compile: lossWeights must have one weight for each of {outputs.Count} outputs. Received: {items.Count}.");
        }

        if (weights?.Named is { } named)
        {
            PerOutput.CheckNames(named.Keys, outputs.Names, "lossWeights");
        }

        _outputs = outputs;
        HasLoss = [.. _specs.Select(static s => s is not null)];
        _losses = new Loss?[outputs.Count];
        _means = new Mean?[outputs.Count];
        _weights = [.. outputs.Names.Select((name, i) => weights?.Of(i, name))];
    }

    /// <summary>Whether an output has a loss.</summary>
    internal IReadOnlyList<bool> HasLoss { get; }

    /// <summary>The names of <see cref="Means"/>; where the losses name them, none before <see cref="Resolve"/>.</summary>
    internal IEnumerable<string> MeanNames => HasLoss.Count(static has => has) < 2 ? [] : Enumerable.Range(0, _losses.Length).Select(MeanName).OfType<string>().Distinct();

    /// <summary>The mean of each output's loss, where there are several losses.</summary>
    internal IEnumerable<Mean> Means => _means.OfType<Mean>();

    /// <summary>The class that an output's loss leaves out; null for none.</summary>
    internal int? Ignored(int output) => (_losses[output] as Losses.SparseCategoricalCrossentropy)?.IgnoreClass;

    /// <summary>Makes the losses, once. <c>"crossentropy"</c> is decided by the shapes.</summary>
    internal CompiledLoss Resolve(IReadOnlyList<Tensor?> yTrue, IReadOnlyList<Shape> yPred)
    {
        for (int i = 0; i < _losses.Length; i++)
        {
            _losses[i] = _specs[i]?.Resolve(yTrue[i]!.Shape, yPred[i]);
        }

        for (int i = 0; i < _losses.Length && HasLoss.Count(static has => has) > 1; i++)
        {
            _means[i] = MeanName(i) is { } name ? new Mean(name) : null;
        }

        return this;
    }

    // A model that does not name its outputs has their losses told apart by what the losses are called.
    private string? MeanName(int output)
        => !HasLoss[output] ? null : _outputs.Named ? $"{_outputs.Names[output]}_loss" : _losses[output] is { } loss ? $"{loss.Name}_loss" : null;

    /// <summary>The weighted sum of the losses; the means take note.</summary>
    internal Tensor Apply(IReadOnlyList<Tensor?> yTrue, IReadOnlyList<Tensor> yPred, IReadOnlyList<Tensor?> sampleWeights)
    {
        Tensor? total = null;
        for (int i = 0; i < _losses.Length; i++)
        {
            if (_losses[i] is not { } loss)
            {
                continue;
            }

            Tensor value = Compare(loss, _outputs.Names[i], yTrue[i]!, yPred[i], sampleWeights[i]);
            _means[i]?.UpdateState(value, (double)(yPred[i].Rank == 0 ? 1 : yPred[i].Shape[0]));
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
            string remedy = loss is Losses.CategoricalCrossentropy && yTrue.Rank < yPred.Rank ? " For class numbers there is \"sparse_categorical_crossentropy\"."
                : loss is Losses.SparseCategoricalCrossentropy && yTrue.Rank == yPred.Rank ? " For one-hot rows there is \"categorical_crossentropy\"." : "";
            throw new ShapeException(
                $"Loss '{loss.Name}' of output '{output}': y and sampleWeight must fit the predictions {yPred.Shape}. Received: y {yTrue.Shape}{weights}.{remedy}", e);
        }
    }

    /// <summary>Refuses labels that the losses cannot take, before any step has run.</summary>
    internal void CheckLabels(IReadOnlyList<Tensor?> yTrue, IReadOnlyList<Shape> yPred)
    {
        for (int i = 0; i < _losses.Length; i++)
        {
            if (yTrue[i] is { IsConcrete: true } labels)
            {
                _losses[i]?.CheckLabels(labels, yPred[i]);
            }
        }
    }
}
