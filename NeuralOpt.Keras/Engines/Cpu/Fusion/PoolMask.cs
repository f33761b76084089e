namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A ReLU before a max-pool: its gradient is taken on the pooled values, and so is that of a bias before it.</summary>
/// <remarks>
/// A window gives its gradient to the element that it is the maximum of, so the sign of the maximum decides:
/// <c>x > 0 ? PoolGrad(x, dy) : 0</c> is <c>PoolGrad(x, y > 0 ? dy : 0)</c>. And each window gives to one element, so that
/// the sum over all elements is the sum over all windows. With windows of 2 x 2 that is a quarter of the work.
/// </remarks>
internal sealed class PoolMask : IFusion
{
    public List<Step> Apply(List<Step> steps, IReadOnlyList<Value> outputs)
    {
        Uses uses = new(steps, outputs);
        List<Step>?[] result = [.. steps.Select(s => (List<Step>)[s])];
        for (int i = 0; i < steps.Count; i++)
        {
            Node grad = steps[i].Node;
            if (grad.Primitive is not PoolGrad { Kind: PoolKind.Max } pool || pool.Spec.PadLow.Any(p => p != 0) || pool.Spec.PadHigh.Any(p => p != 0))
            {
                continue;
            }

            int forward = steps.FindIndex(0, i, s => s.Node.Primitive is Pool { Kind: PoolKind.Max } p && p.Spec == pool.Spec
                && Values.Root(s.Node.Inputs[0]) == Values.Root(grad.Inputs[0]));
            if (forward < 0 || ReluMask.Find(grad.Inputs[0], grad.Output, uses, steps) is not { } mask)
            {
                continue;
            }

            Value dx = mask.Node.Output, dy = grad.Inputs[1];
            (Node positive, Node masked) = mask.On(steps[forward].Node.Output, dy);
            Node full = new(pool, [grad.Inputs[0], masked.Output], dx.Spec);
            mask.Replace(result, uses, Step.Of(positive), Step.Of(masked), Step.Of(full, dx));
            result[i] = null;
            foreach (int reader in uses.Readers(dx))
            {
                Node sum = steps[reader].Node;
                if (sum.Primitive is Reduce { Kind: ReduceKind.Sum } reduce && sum.Inputs[0] == dx && IsAllButLast(reduce.Axes, dy.Spec.Shape.Rank))
                {
                    Node small = new(reduce, [masked.Output], sum.Output.Spec);
                    result[reader] = [Step.Of(small, sum.Output)];
                }
            }
        }

        return [.. result.OfType<List<Step>>().SelectMany(s => s)];
    }

    private static bool IsAllButLast(Axes axes, int rank) => axes.Count == rank - 1 && !axes.Contains(rank - 1);
}
