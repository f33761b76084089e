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
            Node product = steps[i].Node;
            if (MaxGradient.Of(product, uses, steps) is not { } max || ReluMask.Find(max.X, product.Output, uses, steps) is not { } mask)
            {
                continue;
            }

            Value dx = mask.Node.Output, count = steps[max.Count].Node.Output;
            (Node positive, Node masked) = mask.On(max.Maximum, max.Share);
            Node full = new(product.Primitive, [max.Winners, masked.Output], dx.Spec);
            mask.Replace(result, uses, Step.Of(positive), Step.Of(masked), Step.Of(full, dx));
            result[i] = null;
            foreach (int reader in uses.Readers(dx))
            {
                Node sum = steps[reader].Node;
                if (sum.Primitive is Reduce { Kind: ReduceKind.Sum } reduce && sum.Inputs[0] == dx
                    && max.Axes.All(reduce.Axes.Contains) && count.Spec.Shape == max.Share.Spec.Shape)
                {
                    Node total = new(product.Primitive, [count, masked.Output], max.Share.Spec);
                    Node small = new(reduce, [total.Output], sum.Output.Spec);
                    result[reader] = [Step.Of(total), Step.Of(small, sum.Output)];
                }
            }
        }

        return [.. result.OfType<List<Step>>().SelectMany(s => s)];
    }
}
