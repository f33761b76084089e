namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A maximum over axes with its gradient takes two passes: one finds it and counts its winners, one gives each its share.</summary>
internal sealed class MaxWinners : IFusion
{
    public List<Step> Apply(List<Step> steps, IReadOnlyList<Value> outputs)
    {
        Uses uses = new(steps, outputs);
        Step?[] result = [.. steps];
        for (int i = 0; i < steps.Count; i++)
        {
            if (MaxGradient.Of(steps[i].Node, uses, steps) is not { } gradient
                || WinnersKernel.Fits(gradient.X.Spec.Shape, gradient.Axes) is not { } sizes)
            {
                continue;
            }

            int at = uses.Maker(Values.Root(gradient.Maximum)), equal = uses.Maker(gradient.Equal), cast = uses.Maker(gradient.Winners);
            Node max = steps[at].Node, count = steps[gradient.Count].Node;
            bool isFirst = result[at] == steps[at] && result[gradient.Count] == steps[gradient.Count];
            bool isAlone = uses.OnlyReader(gradient.Equal) == cast && !uses.IsReturned(gradient.Winners)
                && uses.Readers(gradient.Winners).All(r => r == i || r == gradient.Count);
            if (!isFirst || !isAlone)
            {
                continue;
            }

            result[gradient.Count] = result[equal] = result[cast] = null;
            result[at] = new(max, [gradient.X], [max.Output, count.Output], (from, to) => WinnersKernel.Find(sizes, from[0], to[0], to[1]))
            {
                Members = [max, count],
                Role = IsBatch() ? new(sizes.Outer, [0], [0, 1]) : null,
            };
            result[i] = new(
                steps[i].Node, [gradient.X, gradient.Maximum, gradient.Share], steps[i].Outputs,
                (from, to) => WinnersKernel.Give(sizes, from[0], from[1], from[2], to[0]))
            {
                Members = [steps[equal].Node, steps[cast].Node, steps[i].Node],
                Role = IsBatch() ? new(sizes.Outer, [0, 1, 2], [0]) : null,
            };

            bool IsBatch() => sizes.Outer == gradient.X.Spec.Shape.At(0);
        }

        return [.. result.OfType<Step>()];
    }
}
