namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A ReLU before a maximum over axes: its gradient is taken on the maxima, and so is that of a bias before it.</summary>
/// <remarks>
/// Those that equal the maximum m share its gradient, <c>(x == m) * share</c>, so the sign of the maximum decides:
/// <c>x > 0 ? (x == m) * share : 0</c> is <c>(x == m) * (m > 0 ? share : 0)</c>. And its sum over those axes is the number of
/// winners times their share. For a global maximum that leaves one pass over all of x.
/// </remarks>
internal sealed class MaxMask : IFusion
{
    public List<Step> Apply(List<Step> steps, IReadOnlyList<Value> outputs)
    {
        Uses uses = new(steps, outputs);
        List<Step>?[] result = [.. steps.Select(s => (List<Step>)[s])];
        for (int i = 0; i < steps.Count; i++)
        {
            if (MaxGradient.Of(steps[i].Node, uses, steps) is not { } max)
            {
                continue;
            }

            Node product = steps[i].Node;
            int at = uses.OnlyReader(product.Output);
            if (at < 0 || ReluMask.Find(steps[at].Node, max.X, product.Output, uses, steps) is not { } mask)
            {
                continue;
            }

            Node select = steps[at].Node, greater = steps[mask].Node;
            TensorSpec spec = max.Share.Spec;
            Node positive = new(greater.Primitive, [max.Maximum, greater.Inputs[1]], new(spec.Shape, DType.Bool));
            Node masked = new(select.Primitive, [positive.Output, max.Share, select.Inputs[2]], spec);
            Node full = new(product.Primitive, [max.Winners, masked.Output], product.Output.Spec);
            result[at] = [Step.Of(positive), Step.Of(masked), Step.Of(full, select.Output)];
            result[i] = null;
            if (uses.OnlyReader(greater.Output) == at)
            {
                result[mask] = null;
            }

            foreach (int reader in uses.Readers(select.Output))
            {
                Node sum = steps[reader].Node;
                if (sum.Primitive is Reduce { Kind: ReduceKind.Sum } reduce && sum.Inputs[0] == select.Output
                    && max.Axes.All(reduce.Axes.Contains) && steps[max.Count].Node.Output is { } count && count.Spec.Shape == spec.Shape)
                {
                    Node total = new(product.Primitive, [count, masked.Output], spec);
                    Node small = new(reduce, [total.Output], sum.Output.Spec);
                    result[reader] = [Step.Of(total), Step.Of(small, sum.Output)];
                }
            }
        }

        return [.. result.OfType<List<Step>>().SelectMany(s => s)];
    }
}
