namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The gradient of a maximum m over axes of x as it stands in a graph: <c>(x == m) * share</c>, where share is <c>dy / sum(x == m)</c>.</summary>
/// <param name="X">What the maximum is taken of.</param>
/// <param name="Maximum">The maximum, its axes kept.</param>
/// <param name="Axes">Those it is taken over.</param>
/// <param name="Equal">Where x equals it.</param>
/// <param name="Winners">1 there, else 0.</param>
/// <param name="Count">The step that counts the winners.</param>
/// <param name="Share">What each winner is given, as large as the maximum.</param>
internal sealed record MaxGradient(Value X, Value Maximum, Axes Axes, Value Equal, Value Winners, int Count, Value Share)
{
    /// <summary>The gradient that a node is; null if it is none.</summary>
    internal static MaxGradient? Of(Node node, Uses uses, List<Step> steps)
    {
        if (node.Primitive is not Binary { Kind: BinaryKind.Multiply } || node.Output.Spec.DType != DType.Float32)
        {
            return null;
        }

        foreach ((Value winners, Value share) in new[] { (node.Inputs[0], node.Inputs[1]), (node.Inputs[1], node.Inputs[0]) })
        {
            if (Maker(winners)?.Node is not { Primitive: Cast } cast || cast.Output != winners
                || Maker(cast.Inputs[0])?.Node is not { Primitive: Binary { Kind: BinaryKind.Equal } } equal || equal.Output != cast.Inputs[0])
            {
                continue;
            }

            (Value x, Value maximum) = (equal.Inputs[0], equal.Inputs[1]);
            if (Maker(maximum)?.Node is { Primitive: Reduce { Kind: ReduceKind.Max } reduce } max
                && Values.Root(max.Inputs[0]) == Values.Root(x) && max.Inputs[0].Spec == x.Spec
                && equal.Output.Spec.Shape == x.Spec.Shape && maximum.Spec.Shape == share.Spec.Shape
                && CountOf(winners, reduce.Axes) is { } count)
            {
                return new(x, maximum, reduce.Axes, equal.Output, winners, count, share);
            }
        }

        return null;

        Step? Maker(Value value) => uses.Maker(Values.Root(value)) is >= 0 and int at ? steps[at] : null;

        int? CountOf(Value winners, Axes axes)
        {
            foreach (int reader in uses.Readers(winners))
            {
                if (steps[reader].Node is { Primitive: Reduce { Kind: ReduceKind.Sum } sum } s && sum.Axes.Equals(axes) && s.Inputs[0] == winners)
                {
                    return reader;
                }
            }

            return null;
        }
    }
}
