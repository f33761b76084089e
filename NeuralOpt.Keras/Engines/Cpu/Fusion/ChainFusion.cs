namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Convolutions and what stands around them go sample by sample: one sample through all of them before the next.</summary>
/// <remarks>
/// What one hands to the next alone is then never written to memory, but stays in the core's cache. The batch is what the
/// threads share, so it must be large enough, and a sample with the filters must fit the cache.
/// </remarks>
internal sealed class ChainFusion : IFusion
{
    private const int FewestSamples = 16;

    /// <summary>Bytes of a sample in all members, filters and their gradients included.</summary>
    private const long MostBytes = 3 << 19;

    public List<Step> Apply(List<Step> steps, IReadOnlyList<Value> outputs)
    {
        Uses uses = new(steps, outputs);
        StepGroups groups = new(steps, uses);
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (int input in steps[i].Role?.Inputs ?? [])
            {
                int maker = uses.Maker(Values.Root(steps[i].Inputs[input]));
                if (maker >= 0 && IsChain([.. groups.Of(maker).Union(groups.Of(i)).Order()]))
                {
                    groups.TryJoin(i, maker);
                }
            }
        }

        return [.. groups.InOrder().SelectMany(g => IsWorthIt(g) ? [Join(g)] : g.Select(i => steps[i]))];

        // Whether all work on the same samples, hand on nothing but samples, and fit the cache together.
        bool IsChain(List<int> group)
        {
            int samples = steps[group[0]].Role?.Samples ?? 0;
            return samples >= FewestSamples && group.All(i => steps[i].Role?.Samples == samples && ReadsSamples(i, group))
                && Bytes(group, samples) <= MostBytes;
        }

        bool ReadsSamples(int step, List<int> group)
        {
            for (int k = 0; k < steps[step].Inputs.Length; k++)
            {
                Value value = Values.Root(steps[step].Inputs[k]);
                int maker = uses.Maker(value);
                if (maker >= 0 && group.Contains(maker)
                    && !(steps[step].Role!.Inputs.Contains(k) && steps[maker].Role!.Outputs.Contains(Array.IndexOf(steps[maker].Outputs, value))))
                {
                    return false;
                }
            }

            return true;
        }

        long Bytes(List<int> group, int samples)
        {
            Dictionary<Value, long> bytes = new(ReferenceEqualityComparer.Instance);
            foreach (Step step in group.Select(i => steps[i]))
            {
                for (int k = 0; k < step.Inputs.Length; k++)
                {
                    bytes[Values.Root(step.Inputs[k])] = step.Inputs[k].Spec.Bytes / (step.Role!.Inputs.Contains(k) ? samples : 1);
                }

                for (int k = 0; k < step.Outputs.Length; k++)
                {
                    bytes[step.Outputs[k]] = step.Outputs[k].Spec.Bytes / (step.Role!.Outputs.Contains(k) ? samples : 1);
                }
            }

            return bytes.Values.Sum();
        }

        bool IsWorthIt(List<int> group)
            => group.Count > 1 && group.Any(i => steps[i].Members.Any(n => n.Primitive is Conv or ConvInputGrad or ConvFilterGrad));

        Step Join(List<int> group)
        {
            Step[] members = [.. group.Select(i => steps[i])];
            HashSet<Value> local = new(
                members.SelectMany(m => m.Role!.Outputs.Select(k => m.Outputs[k]))
                    .Where(v => !uses.IsReturned(v) && uses.Readers(v).All(group.Contains)),
                ReferenceEqualityComparer.Instance);
            HashSet<Value> made = new(members.SelectMany(m => m.Outputs), ReferenceEqualityComparer.Instance);
            Value[] inputs = [.. members.SelectMany(m => m.Inputs).DistinctBy(Values.Root).Where(v => !made.Contains(Values.Root(v)))];
            Value[] results = [.. members.SelectMany(m => m.Outputs).Where(v => !local.Contains(v))];
            return new(members[^1].Node, inputs, results, (from, to) => Make(members, local, inputs, results, from, to))
            {
                Members = [.. members.SelectMany(m => m.Members)],
                Chain = members,
            };
        }
    }

    private static ChainKernel Make(Step[] members, HashSet<Value> local, Value[] inputs, Value[] results, Operand[] from, Operand[] to)
    {
        Dictionary<Value, Operand> places = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < inputs.Length; i++)
        {
            places[Values.Root(inputs[i])] = from[i];
        }

        for (int i = 0; i < results.Length; i++)
        {
            places[results[i]] = to[i];
        }

        int samples = members[0].Role!.Samples;
        MemoryPlan memory = new();
        List<(Value Value, MemoryPlan.Block Block)> blocks = [];
        for (int i = 0; i < members.Length; i++)
        {
            foreach (Value value in members[i].Outputs.Where(local.Contains))
            {
                int last = Array.FindLastIndex(members, m => m.Inputs.Any(v => Values.Root(v) == value));
                blocks.Add((value, memory.Request(value.Spec.Bytes / samples, i, Math.Max(i, last))));
            }
        }

        memory.Place();
        foreach ((Value value, MemoryPlan.Block block) in blocks)
        {
            places[value] = new() { Local = block.Offset };
        }

        return new ChainKernel([.. members.Select(Kernel)], samples, memory.Bytes);

        Kernel Kernel(Step step) => (step.Role!.Make ?? step.Make)(
            Array.ConvertAll(step.Inputs, v => places[Values.Root(v)]), Array.ConvertAll(step.Outputs, v => places[v]));
    }
}
