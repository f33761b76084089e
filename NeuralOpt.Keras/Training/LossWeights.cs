using System.Diagnostics.CodeAnalysis;

namespace NeuralOpt.Keras;

/// <summary>How much the loss of each output counts: a list in the order of the outputs, or by their names.</summary>
public sealed class LossWeights
{
    private LossWeights(IReadOnlyList<double>? items, IReadOnlyDictionary<string, double>? named) => (Items, Named) = (items, named);

    internal IReadOnlyList<double>? Items { get; }

    internal IReadOnlyDictionary<string, double>? Named { get; }

    /// <summary>The weight of one output.</summary>
    internal double? Of(int index, string name)
        => Items is not null ? Items[index] : Named!.TryGetValue(name, out double weight) ? weight : null;

    /// <summary>One weight for the only output.</summary>
    /// <param name="weight">The weight.</param>
    public static implicit operator LossWeights(double weight) => new([weight], null);

    /// <summary>A weight for each output.</summary>
    /// <param name="weights">In the order of the outputs.</param>
    [return: NotNullIfNotNull(nameof(weights))]
    public static implicit operator LossWeights?(double[]? weights) => weights is null ? null : new([.. weights], null);

    /// <summary>Weights by the names of the outputs.</summary>
    /// <param name="weights">Each with its name.</param>
    [return: NotNullIfNotNull(nameof(weights))]
    public static implicit operator LossWeights?(Dictionary<string, double>? weights) => weights is null ? null : new(null, weights);
}
