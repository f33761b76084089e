namespace NeuralOpt.Keras.Layers;

/// <summary>What a layer demands of an input: checked at every call.</summary>
/// <seealso href="https://keras.io/api/layers/base_layer/"/>
public sealed record InputSpec
{
    /// <summary>Number of axes; null for any.</summary>
    public int? Rank { get; init; }

    /// <summary>Least number of axes; null for any.</summary>
    public int? MinRank { get; init; }

    /// <summary>Greatest number of axes; null for any.</summary>
    public int? MaxRank { get; init; }

    /// <summary>Lengths that axes must have; negative axes count from the back.</summary>
    public IReadOnlyDictionary<int, int?>? Axes { get; init; }

    /// <summary>Lengths of all axes but the batch; <c>null</c> for any.</summary>
    public Shape? Shape { get; init; }

    /// <summary>What is wrong with a shape; null if nothing is.</summary>
    internal string? Violation(Shape shape)
    {
        if (Rank is { } rank && shape.Rank != rank)
        {
            return $"the input must have {rank} axes";
        }

        if (MinRank is { } min && shape.Rank < min)
        {
            return $"the input must have at least {min} axes";
        }

        if (MaxRank is { } max && shape.Rank > max)
        {
            return $"the input must have at most {max} axes";
        }

        foreach ((int axis, int? length) in Axes ?? new Dictionary<int, int?>())
        {
            if (length is { } n && shape.At(axis) is { } came && came != n)
            {
                return axis == -1
                    ? $"the last axis of the input must be {n}, as when it was built"
                    : $"axis {axis} of the input must be {n}, as when it was built";
            }
        }

        return Shape is { } expected && !expected.IsCompatibleWith(shape) ? $"the input must have shape {expected}" : null;
    }
}
