namespace NeuralOpt.Keras.Training;

/// <summary>The outputs of a model: their names, and which targets and weights belong to each.</summary>
/// <param name="Names">One an output; counted up where the model gives none.</param>
/// <param name="Named">Whether the names are the model's own, so that logs show them.</param>
internal sealed record OutputSet(IReadOnlyList<string> Names, bool Named)
{
    /// <summary>Number of outputs.</summary>
    internal int Count => Names.Count;

    /// <summary>What stands before a metric's name in logs.</summary>
    internal string Prefix(int output) => Named && Count > 1 ? $"{Names[output]}_" : "";

    /// <summary>The target of each output; null where none was given.</summary>
    /// <param name="place">Who asks, for the error.</param>
    /// <param name="y">One an output, or one for each output that has a loss, or by name.</param>
    /// <param name="hasLoss">Whether an output has a loss: the others need no target.</param>
    /// <exception cref="ShapeException">Targets do not fit the outputs.</exception>
    internal Tensor?[] Targets(string place, Tensors y, IReadOnlyList<bool> hasLoss)
    {
        Tensor?[] targets = new Tensor?[Count];
        int[] withLoss = [.. Enumerable.Range(0, Count).Where(i => hasLoss[i])];
        if (y.Names is { } names)
        {
            if (names.Any(n => !Names.Contains(n)) || withLoss.Any(i => !names.Contains(Names[i])))
            {
                throw Misfit();
            }

            for (int i = 0; i < Count; i++)
            {
                targets[i] = names.Contains(Names[i]) ? y[Names[i]] : null;
            }
        }
        else if (y.Count == Count)
        {
            y.ToArray().CopyTo(targets, 0);
        }
        else if (withLoss.Length > 0 && y.Count == withLoss.Length)
        {
            for (int i = 0; i < withLoss.Length; i++)
            {
                targets[withLoss[i]] = y[i];
            }
        }
        else
        {
            throw Misfit();
        }

        return targets;

        ShapeException Misfit()
        {
            string some = withLoss.Length > 0 && withLoss.Length < Count ? $", or for those that have a loss ({string.Join(", ", withLoss.Select(i => Names[i]))})" : "";
            return new($"{place}: y must have one target for each of the outputs {string.Join(", ", Names)}{some}. Received: {(y.Names is null ? y.Count : string.Join(", ", y.Names))}.");
        }
    }

    /// <summary>The weights of the samples for each output; null where they count alike.</summary>
    /// <param name="place">Who asks, for the error.</param>
    /// <param name="weights">One for all outputs, one an output, or by name for some of them.</param>
    /// <exception cref="ArgumentException">A name is that of no output, or the number is another.</exception>
    internal Tensor?[] Weights(string place, Tensors? weights)
    {
        if (weights is null)
        {
            return new Tensor?[Count];
        }

        if (weights.Names is { } names)
        {
            return names.FirstOrDefault(n => !Names.Contains(n)) is { } unknown
                ? throw new KerasArgumentException($"{place}: the names in sampleWeight must be among the outputs {string.Join(", ", Names)}. Received: '{unknown}'.")
                : [.. Names.Select(n => names.Contains(n) ? weights[n] : null)];
        }

        return weights.Count == Count ? weights.ToArray()
            : weights.Count == 1 ? [.. Enumerable.Repeat(weights[0], Count)]
            : throw new KerasArgumentException(
                $"{place}: sampleWeight must be one tensor for all outputs, or one for each of {string.Join(", ", Names)}. Received: {weights.Count}.");
    }
}
